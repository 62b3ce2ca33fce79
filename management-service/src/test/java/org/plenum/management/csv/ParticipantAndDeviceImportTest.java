package org.plenum.management.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.model.csv.CsvFamily.AUTOMATIC_PARTICIPANTS;
import static org.plenum.model.csv.CsvFamily.DEVICES;
import static org.plenum.model.csv.CsvFamily.VIRTUAL_MEETING_ROOMS;
import static org.plenum.model.csv.CsvFamily.VIRTUAL_RECEPTIONS;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.csv.CsvImports.Mode;
import org.plenum.management.store.StoredObject;

/** Files of Automatically Dialed Participants and of device aliases. */
class ParticipantAndDeviceImportTest {
  @TempDir Path folder;
  private CsvFixture csv;

  @BeforeEach
  void open() {
    csv = new CsvFixture(folder);
    csv.accept(VIRTUAL_MEETING_ROOMS, "meet Alice", "meet Bob", "meet Carol");
  }

  @AfterEach
  void close() {
    csv.close();
  }

  private StoredObject participant(String alias) {
    return csv.all("automatic_participant").stream()
        .filter(object -> object.title().equals(alias))
        .findFirst()
        .orElseThrow();
  }

  private long service(String name) {
    return csv.store.findUnique("conference", "name", name).orElseThrow().id();
  }

  @Test
  @Tag("OPS-186")
  @Tag("OPS-201")
  void takesTheExampleOfTheSpecification() {
    csv.accept(AUTOMATIC_PARTICIPANTS, "alice@example.com,Alice Jones,,,,chair,,,,,,,meet Alice");

    StoredObject alice = participant("alice@example.com");
    assertThat(alice.values().asMap())
        .containsEntry("remote_display_name", "Alice Jones")
        .containsEntry("role", "chair")
        .containsEntry("protocol", "sip")
        .containsEntry("keep_conference_alive", "keep_conference_alive_if_multiple")
        .containsEntry("conference", List.of(service("meet Alice")));
  }

  @Test
  @Tag("OPS-198")
  void locationIsGivenByName() {
    long oslo = csv.location("Oslo");

    csv.accept(
        AUTOMATIC_PARTICIPANTS,
        "alias,system_location_name,conference_name",
        "a@x.com,Oslo,meet Bob");

    assertThat(participant("a@x.com").values().number("system_location")).isEqualTo(oslo);
  }

  @Test
  @Tag("OPS-187")
  @Tag("OPS-199")
  void aliasAndServiceAreNeededAndTheServiceMustHoldConferences() {
    csv.accept(VIRTUAL_RECEPTIONS, "desk");

    CsvReport report =
        csv.run(
            AUTOMATIC_PARTICIPANTS,
            Mode.PREVIEW,
            "alias,conference_name,system_location_name",
            "a@x.com,,",
            ",meet Bob,",
            "b@x.com,desk,",
            "c@x.com,meet Bob,Atlantis");

    assertThat(report.errors())
        .extracting(error -> error.line() + " " + error.column())
        .containsExactly(
            "2 conference_name", "3 alias", "4 conference_name", "5 system_location_name");
    assertThat(report.wrong()).isEqualTo(4);
  }

  @Test
  @Tag("OPS-153")
  @Tag("OPS-191")
  void quotedSequenceKeepsItsPauses() {
    csv.accept(AUTOMATIC_PARTICIPANTS, "a@x.com,,,,\"12,,3\",,,,,,,,meet Bob");

    assertThat(participant("a@x.com").values().text("dtmf_sequence")).isEqualTo("12,,3");
  }

  @Test
  @Tag("OPS-200")
  void recordsWithTheSameValuesShareAParticipant() {
    CsvReport report =
        csv.accept(
            AUTOMATIC_PARTICIPANTS,
            "alias,role,conference_name",
            "a@x.com,chair,meet Alice",
            "a@x.com,guest,meet Bob",
            "a@x.com,chair,meet Carol");

    assertThat(report.created()).isEqualTo(3);
    assertThat(csv.all("automatic_participant"))
        .extracting(object -> object.values().list("conference").toString())
        .containsExactlyInAnyOrder(
            List.of(service("meet Alice"), service("meet Carol")).toString(),
            List.of(service("meet Bob")).toString());
  }

  @Test
  @Tag("OPS-200")
  void changeForOneServiceLeavesTheOthersAlone() {
    csv.accept(
        AUTOMATIC_PARTICIPANTS,
        "alias,description,conference_name",
        "a@x.com,old,meet Alice",
        "a@x.com,old,meet Bob",
        "a@x.com,old,meet Carol");

    CsvReport report =
        csv.accept(
            AUTOMATIC_PARTICIPANTS,
            "alias,description,conference_name",
            "a@x.com,new,meet Bob",
            "a@x.com,old,meet Carol");

    assertThat(report).extracting(CsvReport::updated, CsvReport::unchanged).containsExactly(1, 1);
    assertThat(report.losses()).isEmpty();
    assertThat(csv.all("automatic_participant"))
        .extracting(o -> o.values().text("description") + o.values().list("conference"))
        .containsExactly(
            "old" + List.of(service("meet Alice"), service("meet Carol")),
            "new" + List.of(service("meet Bob")));
  }

  @Test
  @Tag("OPS-155")
  @Tag("OPS-200")
  void exportSaysHowManyParticipantsItHasNoPlaceFor() {
    long alice = service("meet Alice");
    long bob = service("meet Bob");
    csv.create("automatic_participant", Map.of("alias", "a@x.com", "conference", List.of(alice)));
    csv.create("automatic_participant", Map.of("alias", "nobody@x.com"));
    csv.create(
        "automatic_participant",
        Map.of("alias", "a@x.com", "role", "chair", "conference", List.of(alice, bob)));

    String file = csv.export(AUTOMATIC_PARTICIPANTS);

    assertThat(csv.exportNotes(AUTOMATIC_PARTICIPANTS).leftOut()).isEqualTo(2);
    assertThat(file.lines()).hasSize(3);
    assertThat(csv.accept(AUTOMATIC_PARTICIPANTS, file).version()).isZero();
    assertThat(csv.exportNotes(VIRTUAL_MEETING_ROOMS).leftOut()).isZero();
  }

  @Test
  void exportCountsWhatASpreadsheetTakesForFormulas() {
    csv.accept(
        VIRTUAL_MEETING_ROOMS,
        "name,description,alias_alias",
        "a,=cmd|' /C calc'!A0,+4712345",
        "b,@SUM(A1),-1",
        "c,a=b,+4712345@example.com",
        "d,-1+2,plain");

    assertThat(csv.exportNotes(VIRTUAL_MEETING_ROOMS).formulas()).isEqualTo(4);
  }

  @Test
  @Tag("OPS-154")
  void participantOfOneServiceIsOverwritten() {
    csv.accept(AUTOMATIC_PARTICIPANTS, "alias,description,conference_name", "a@x.com,1,meet Bob");
    long id = participant("a@x.com").id();

    csv.accept(
        AUTOMATIC_PARTICIPANTS,
        "alias,description,conference_name",
        "a@x.com,2,meet Bob",
        "a@x.com,3,meet Bob");

    assertThat(csv.all("automatic_participant")).hasSize(1);
    assertThat(participant("a@x.com").id()).isEqualTo(id);
    assertThat(participant("a@x.com").values().text("description")).isEqualTo("3");
  }

  @Test
  @Tag("OPS-202")
  void takesEveryColumnOfADeviceAndTheExtraOneInAHeader() {
    csv.accept(DEVICES, "dev@x.com,tag,Desk,alice,s3cret,a@example.com");
    csv.accept(
        DEVICES,
        "alias,tag,description,username,password,sync_tag,primary_owner_email_address",
        "two@x.com,,,,,origin,b@example.com");

    assertThat(csv.all("device").getFirst().values().asMap())
        .containsEntry("tag", "tag")
        .containsEntry("description", "Desk")
        .containsEntry("username", "alice")
        .containsEntry("password", "s3cret")
        .containsEntry("primary_owner_email_address", "a@example.com");
    assertThat(csv.all("device").getLast().values().text("primary_owner_email_address"))
        .isEqualTo("b@example.com");
  }

  @Test
  @Tag("OPS-207")
  void passwordIsExportedEncryptedAndComesBack() {
    csv.accept(DEVICES, "dev@x.com,,,alice,s3cret");
    String file = csv.export(DEVICES);
    assertThat(file).doesNotContain("s3cret").contains("dev@x.com");
    csv.accept(DEVICES, "dev@x.com,,,alice,other");

    CsvReport report = csv.accept(DEVICES, file);

    assertThat(report.updated()).isEqualTo(1);
    assertThat(csv.all("device").getFirst().values().text("password")).isEqualTo("s3cret");
    CsvReport altered =
        csv.run(DEVICES, Mode.PREVIEW, "dev@x.com,,,alice,$plenum$" + "QUFB".repeat(12));
    assertThat(altered.errors()).extracting(CsvError::column).containsExactly("password");
  }
}
