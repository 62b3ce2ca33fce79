package org.plenum.management.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.renewal.CertificateRenewals.Pauses;
import org.plenum.management.testing.FakeNode;
import org.plenum.management.testing.NodesFixture;
import org.plenum.model.pki.PlatformIdentity;

class CertificateRenewalsTest {
  private static final Pauses IMPATIENT =
      new Pauses(Duration.ofMillis(20), Duration.ofMillis(10), Duration.ofMillis(40));

  @TempDir Path folder;
  private NodesFixture fixture;
  private long nodeId;
  private FakeNode node;
  private final AtomicInteger ownLooks = new AtomicInteger();
  private volatile Instant now = Instant.now();

  @BeforeEach
  void start() {
    fixture = new NodesFixture(folder);
    nodeId = fixture.configureNode();
    node = fixture.node(nodeId);
  }

  @AfterEach
  void stop() throws InterruptedException {
    fixture.close();
  }

  private CertificateRenewals renewals() {
    CertificateRenewals renewals =
        new CertificateRenewals(
            ownLooks::incrementAndGet,
            fixture.links()::connections,
            fixture.enrolment(),
            () -> now,
            IMPATIENT);
    renewals.start();
    return renewals;
  }

  private void awaitLooks() {
    int before = ownLooks.get();
    await().until(() -> ownLooks.get() > before + 2);
  }

  @Test
  void renewsTheCertificateOfANodeOnceWhenTwoThirdsOfItsLifeAreOver() {
    node.enrol(fixture.enrolment());
    await().until(() -> fixture.links().connections().getFirst().certificate().isPresent());
    var first = node.certificate();
    try (var renewals = renewals()) {
      now = now.plus(Duration.ofDays(240));
      awaitLooks();
      assertThat(node.renewals()).isZero();

      now = now.plus(Duration.ofDays(6));
      fixture.store().setTime(now);
      await().until(() -> node.renewals() > 0);
      awaitLooks();

      assertThat(node.renewals()).isEqualTo(1);
      assertThat(node.certificate()).isNotEqualTo(first);
      assertThat(PlatformIdentity.of(node.certificate()))
          .isEqualTo(new PlatformIdentity.Node(Math.toIntExact(nodeId)));
    }
  }

  @Test
  void triesAgainWhenANodeWasAway() {
    now = now.plus(Duration.ofDays(300));
    try (var renewals = renewals()) {
      awaitLooks();
      assertThat(node.renewals()).isZero();

      node.enrol(fixture.enrolment());

      await().until(() -> node.renewals() > 0);
    }
  }

  @Test
  void waitsLongerAfterEachFailureUpToALimit() {
    assertThat(Pauses.DEFAULT.afterFailures(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Pauses.DEFAULT.afterFailures(3)).isEqualTo(Duration.ofMinutes(4));
    assertThat(Pauses.DEFAULT.afterFailures(100)).isEqualTo(Duration.ofHours(1));
  }
}
