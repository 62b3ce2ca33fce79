package org.plenum.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.media.plan.Keying.DtlsSrtp;

/** Both sides of a handshake, joined in memory. */
class DtlsAssociationTest {

  private static final long PATIENCE_SECONDS = 20;

  private final DtlsIdentity clientIdentity = new DtlsIdentity();
  private final DtlsIdentity serverIdentity = new DtlsIdentity();
  private final Outcome client = new Outcome();
  private final Outcome server = new Outcome();

  @Test
  void bothSidesAgreeOnKeys() throws Exception {
    run(agreed(serverIdentity), agreed(clientIdentity), datagram -> false);

    assertSameKeys();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void lostDatagramsAreRepeated(int seed) throws Exception {
    Random random = new Random(seed);
    run(agreed(serverIdentity), agreed(clientIdentity), datagram -> random.nextInt(5) == 0);

    assertSameKeys();
  }

  @Test
  void aForeignCertificateFailsOnBothSides() throws Exception {
    run(agreed(new DtlsIdentity()), agreed(clientIdentity), datagram -> false);

    assertThat(client.failure.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).contains("fingerprint");
    assertThat(server.failure.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).contains("failed");
  }

  @Test
  void anUnknownHashIsNamed() throws Exception {
    run(new DtlsSrtp("md5", new byte[16], true), agreed(clientIdentity), datagram -> false);

    assertThat(client.failure.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).contains("md5");
  }

  private void assertSameKeys() throws Exception {
    DtlsAssociation.Keys ofClient = client.keys.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    DtlsAssociation.Keys ofServer = server.keys.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(ofClient.local().key()).isEqualTo(ofServer.remote().key());
    assertThat(ofClient.local().salt()).isEqualTo(ofServer.remote().salt());
    assertThat(ofServer.local().key()).isEqualTo(ofClient.remote().key());
    assertThat(ofServer.local().salt()).isEqualTo(ofClient.remote().salt());
    assertThat(ofClient.local().key()).isNotEqualTo(ofClient.remote().key());
  }

  /** Starts both sides; {@code lost} tells which datagrams, counted over both, do not arrive. */
  private void run(DtlsSrtp clientAgreed, DtlsSrtp serverAgreed, IntPredicate lost) {
    AtomicInteger sent = new AtomicInteger();
    AtomicReference<DtlsAssociation> other = new AtomicReference<>();
    DtlsAssociation serverSide =
        new DtlsAssociation(
            serverIdentity,
            new DtlsSrtp(serverAgreed.hash(), serverAgreed.remoteFingerprint(), false),
            (buffer, offset, length) -> deliver(other.get(), buffer, offset, length, sent, lost),
            server);
    DtlsAssociation clientSide =
        new DtlsAssociation(
            clientIdentity,
            clientAgreed,
            (buffer, offset, length) -> deliver(serverSide, buffer, offset, length, sent, lost),
            client);
    other.set(clientSide);
    serverSide.start();
    clientSide.start();
  }

  private static void deliver(
      DtlsAssociation to,
      byte[] buffer,
      int offset,
      int length,
      AtomicInteger sent,
      IntPredicate lost) {
    if (!lost.test(sent.getAndIncrement())) {
      byte[] datagram = new byte[length];
      System.arraycopy(buffer, offset, datagram, 0, length);
      to.receive(datagram, length);
    }
  }

  private static DtlsSrtp agreed(DtlsIdentity with) {
    String hex = with.fingerprint().substring("sha-256 ".length());
    return new DtlsSrtp("sha-256", HexFormat.ofDelimiter(":").parseHex(hex), true);
  }

  private static final class Outcome implements DtlsAssociation.Listener {
    private final CompletableFuture<DtlsAssociation.Keys> keys = new CompletableFuture<>();
    private final CompletableFuture<String> failure = new CompletableFuture<>();

    @Override
    public void onKeys(DtlsAssociation.Keys agreed) {
      keys.complete(agreed);
    }

    @Override
    public void onFailure(String reason) {
      failure.complete(reason);
    }
  }
}
