package org.plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RemoteAddressTest {

  private static final InetSocketAddress DESCRIBED = new InetSocketAddress("192.0.2.1", 4000);
  private static final InetSocketAddress BEHIND_NAT = new InetSocketAddress("198.51.100.1", 5000);
  private static final InetSocketAddress STRANGER = new InetSocketAddress("203.0.113.1", 6000);
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final RemoteAddress remote = new RemoteAddress(DESCRIBED, 3 * SECOND);

  @Test
  void isTheDescribedOneUntilAPacketArrives() {
    assertThat(remote.target()).isEqualTo(DESCRIBED);
    assertThat(remote.accept(BEHIND_NAT, false, 0)).isTrue();
    assertThat(remote.target()).isEqualTo(BEHIND_NAT);
  }

  @Test
  void isNotTakenOverByAnUnauthenticatedStranger() {
    remote.accept(BEHIND_NAT, false, 0);

    assertThat(remote.accept(STRANGER, false, SECOND)).isFalse();
    assertThat(remote.target()).isEqualTo(BEHIND_NAT);
    assertThat(remote.accept(BEHIND_NAT, false, 3 * SECOND)).isTrue();
    assertThat(remote.accept(STRANGER, false, 5 * SECOND)).isFalse();
  }

  @Test
  void changesAfterSilence() {
    remote.accept(BEHIND_NAT, false, 0);

    assertThat(remote.accept(STRANGER, false, 4 * SECOND)).isTrue();
    assertThat(remote.target()).isEqualTo(STRANGER);
  }

  @Test
  void followsAuthenticatedPacketsAtOnce() {
    remote.accept(BEHIND_NAT, true, 0);

    assertThat(remote.accept(STRANGER, true, 1)).isTrue();
    assertThat(remote.target()).isEqualTo(STRANGER);
  }

  @Test
  void startsAnewWithANegotiation() {
    remote.accept(BEHIND_NAT, false, 0);
    remote.negotiated(STRANGER);

    assertThat(remote.target()).isEqualTo(STRANGER);
    assertThat(remote.accept(STRANGER, false, 1)).isTrue();
    assertThat(remote.accept(BEHIND_NAT, false, 2)).isFalse();
  }
}
