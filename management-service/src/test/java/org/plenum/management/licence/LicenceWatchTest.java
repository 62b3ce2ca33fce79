package org.plenum.management.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.plenum.management.licence.LicenceFixture.ALICE;
import static org.plenum.management.licence.LicenceFixture.there;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.Operation;
import org.plenum.management.store.HistoryEntry;
import org.plenum.management.store.StoredObject;
import org.plenum.management.testing.LicenceDesk;

/** How licences age, and what a move to another machine does to them. */
class LicenceWatchTest {
  @TempDir Path folder;
  private LicenceFixture fixture;

  @BeforeEach
  void start() {
    fixture = new LicenceFixture(folder, Duration.ofSeconds(1));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private void at(String time) {
    fixture.store.setTime(Instant.parse(time));
    fixture.watch.look();
  }

  @Test
  @Tag("SYS-234")
  @Tag("SYS-375")
  void aLicenceStartsAndExpiresToTheSecond() {
    fixture.desk.grant(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30));
    StoredObject licence = fixture.installed("KEY-1");

    assertThat(licence.values().text("status")).isEqualTo("not_yet_valid");
    at("2026-04-01T07:59:59Z");
    assertThat(fixture.status(licence)).isEqualTo("not_yet_valid");
    at("2026-04-01T08:00:00Z");
    assertThat(fixture.status(licence)).isEqualTo("valid");
    at("2026-04-30T23:59:59.5Z");
    assertThat(fixture.status(licence)).isEqualTo("valid");
    at("2026-05-01T00:00:00Z");
    assertThat(fixture.status(licence)).isEqualTo("expired");
    List<HistoryEntry> history =
        fixture
            .store
            .store()
            .read(reader -> reader.audit().history(fixture.store.type("licence"), 1, 10));
    assertThat(history)
        .extracting(HistoryEntry::author)
        .containsExactly("licence watch", "licence watch", "alice");
  }

  @Test
  @Tag("SYS-234")
  void theNextLookIsWhenALicenceStartsOrExpires() {
    fixture.desk.grant(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    fixture.installed("KEY-1");

    fixture.store.setTime(Instant.parse("2026-03-31T12:00:00Z"));
    assertThat(fixture.watch.look()).isEqualTo(Duration.ofHours(1));
    fixture.store.setTime(Instant.parse("2026-03-31T23:59:58Z"));
    assertThat(fixture.watch.look()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
  }

  @Test
  @Tag("SYS-251")
  @Tag("SYS-264")
  @Tag("SYS-266")
  @Tag("SYS-404")
  void onAnotherMachineALicenceIsCorruptUntilItIsRepaired() {
    StoredObject licence = fixture.installed("KEY-1");

    fixture.move("192.0.2.11");
    fixture.watch.look();

    assertThat(fixture.status(licence)).isEqualTo("corrupt");
    assertThat(fixture.store.get("licence", licence.id()).values().number("trust_flags"))
        .isEqualTo(1);
    StoredObject request = there(fixture.licensing.repair(ALICE, licence.id()));
    there(
        fixture.licensing.complete(
            ALICE, request.id(), fixture.desk.answer(request.values().text("request_xml"))));
    assertThat(fixture.status(licence)).isEqualTo("valid");
  }

  @Test
  void aLicenceWhoseIssuerIsNotTrustedAnyMoreIsCorrupt() {
    StoredObject licence = fixture.installed("KEY-1");
    String successor = new LicenceDesk("Successor", fixture.store.clock()).certificate();

    fixture.settings(Map.of("licence_issuer_certificate", successor));
    fixture.watch.look();
    assertThat(fixture.status(licence)).isEqualTo("corrupt");

    fixture.settings(Map.of("licence_issuer_certificate", successor + fixture.desk.certificate()));
    fixture.watch.look();
    assertThat(fixture.status(licence)).isEqualTo("valid");
  }

  @Test
  void itLooksByItselfWhenSettingsChange() {
    fixture.watch.start();
    StoredObject licence = fixture.installed("KEY-1");
    String successor = new LicenceDesk("Successor", InstantSource.system()).certificate();

    fixture.settings(Map.of("licence_issuer_certificate", successor));

    await().untilAsserted(() -> assertThat(fixture.status(licence)).isEqualTo("corrupt"));
  }

  @Test
  void othersCannotTouchWhatBelongsToThePlatform() {
    StoredObject licence = fixture.installed("KEY-1");

    fixture.store.refuse(Operation.delete("licence", licence.id()));
    fixture.store.refuse(Operation.create("licence", licence.values()));

    assertThat(fixture.status(licence)).isEqualTo("valid");
  }
}
