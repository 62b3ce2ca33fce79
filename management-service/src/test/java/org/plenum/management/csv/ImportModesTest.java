package org.plenum.management.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenum.model.csv.CsvFamily.DEVICES;
import static org.plenum.model.csv.CsvFamily.VIRTUAL_MEETING_ROOMS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.csv.CsvImports.Mode;
import org.plenum.management.csv.CsvProgress.Stage;

/** Preview, all or nothing, what is valid only, giving up, and the bounds of files. */
class ImportModesTest {
  private static final String[] ONE_WRONG = {"a,,,,,a", "b,,12", "c,,,,,c"};

  @TempDir Path folder;
  private CsvFixture csv;

  @BeforeEach
  void open() {
    csv = new CsvFixture(folder);
  }

  @AfterEach
  void close() {
    csv.close();
  }

  @Test
  void previewSaysWhatWouldHappenAndChangesNothing() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "a,one", "same");

    CsvReport report = csv.run(VIRTUAL_MEETING_ROOMS, Mode.PREVIEW, "a,two", "same", "new", "x,,1");

    assertThat(report)
        .extracting(
            CsvReport::records,
            CsvReport::created,
            CsvReport::updated,
            CsvReport::unchanged,
            CsvReport::wrong,
            CsvReport::version)
        .containsExactly(4, 1, 1, 1, 1, 0L);
    assertThat(csv.store.version()).isEqualTo(1);
    assertThat(csv.service("a").text("description")).isEqualTo("one");
  }

  @Test
  void previewSaysWhatAPartialHeaderTakesAway() {
    csv.accept(DEVICES, "d1@example.com,t,old,alice,s3cret", "d2@example.com,,old,bob,s3cret");
    csv.accept(VIRTUAL_MEETING_ROOMS, "name,alias_alias,host_view", "a,a1,one_main_zero_pips");
    csv.accept(VIRTUAL_MEETING_ROOMS, "name,alias_alias", "b,b1", "b,b2", "c,c1");

    CsvReport devices = csv.run(DEVICES, Mode.PREVIEW, "alias,description", "d1@example.com,new");
    CsvReport services =
        csv.run(
            VIRTUAL_MEETING_ROOMS, Mode.PREVIEW, "name,alias_alias", "a,", "b,b1", "b,c1", "c,b2");

    assertThat(devices.losses())
        .isEqualTo(
            Map.of(
                label("device", "username"),
                1,
                label("device", "password"),
                1,
                label("device", "tag"),
                1));
    assertThat(services.losses())
        .as("aliases that move to another service are not lost")
        .isEqualTo(Map.of(label("conference", "aliases"), 1, label("conference", "host_view"), 1));
    assertThat(csv.run(DEVICES, Mode.PREVIEW, csv.export(DEVICES)).losses()).isEmpty();
  }

  private String label(String resource, String field) {
    return csv.store.type(resource).field(field).orElseThrow().label();
  }

  @Test
  void oneErrorKeepsEverythingOut() {
    CsvReport report = csv.run(VIRTUAL_MEETING_ROOMS, Mode.ALL_OR_NOTHING, ONE_WRONG);

    assertThat(report.errors()).extracting(CsvError::line).containsExactly(2L);
    assertThat(report.version()).isZero();
    assertThat(csv.store.version()).isZero();
  }

  @Test
  void validRecordsGoInWithoutTheOthers() {
    CsvReport report = csv.run(VIRTUAL_MEETING_ROOMS, Mode.VALID_RECORDS, ONE_WRONG);

    assertThat(report)
        .extracting(CsvReport::created, CsvReport::wrong, CsvReport::version)
        .containsExactly(2, 1, 1L);
    assertThat(csv.aliases("c")).containsExactly("c");
  }

  @Test
  void serviceWithAWrongRecordKeepsAllItsAliases() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "a,,,,,a1", "a,,,,,a2");

    csv.run(VIRTUAL_MEETING_ROOMS, Mode.VALID_RECORDS, "a,,,,,a1", "a,,1,,,a3", "b");

    assertThat(csv.aliases("a")).containsExactly("a1", "a2");
    assertThat(csv.service("b").text("pin")).isEmpty();
  }

  @Test
  void changeIsOneChangeSetOfItsAuthor() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "a,,,,,a", "b,,,,,b");

    assertThat(csv.store.version()).isEqualTo(1);
    var type = csv.store.type("conference");
    var history = csv.store.store().read(reader -> reader.audit().history(type, 1, 10));
    assertThat(history.getFirst().author()).isEqualTo("alice");
    assertThat(history.getFirst().source()).isEqualTo("CSV");
  }

  @Test
  void unchangedFileMakesNoVersion() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "a,,,,,a");

    CsvReport again = csv.accept(VIRTUAL_MEETING_ROOMS, "a,,,,,a");

    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(again.version()).isZero();
    assertThat(csv.store.version()).isEqualTo(1);
  }

  @Test
  void importThatIsGivenUpLeavesNoTrace() {
    List<Stage> stages = new ArrayList<>();
    CsvProgress untilTheLast =
        (stage, done, total) -> {
          stages.add(stage);
          if (stage == Stage.WRITING && done == total) {
            throw new CancellationException();
          }
        };

    assertThatThrownBy(
            () ->
                csv.imports.run(
                    "alice",
                    VIRTUAL_MEETING_ROOMS,
                    Mode.ALL_OR_NOTHING,
                    CsvFixture.bytes("a", "b"),
                    untilTheLast))
        .isInstanceOf(CancellationException.class);

    assertThat(stages).containsExactly(Stage.READING, Stage.READING, Stage.WRITING, Stage.WRITING);
    assertThat(csv.all("conference")).isEmpty();
    assertThat(csv.store.version()).isZero();
  }

  @Test
  void moreThanAThousandErrorsAreCountedButNotKept() {
    String[] wrong =
        IntStream.range(0, 1500).mapToObj(i -> "r%d,,x".formatted(i)).toArray(String[]::new);

    CsvReport report = csv.run(VIRTUAL_MEETING_ROOMS, Mode.PREVIEW, wrong);

    assertThat(report.errorCount()).isEqualTo(1500);
    assertThat(report.errors()).hasSize(1000);
    assertThat(report.errors().getLast().line()).isEqualTo(1000);
  }

  @Test
  void tooManyRecordsAreRefused() {
    String line = "same\n";
    CsvReport report =
        csv.run(
            VIRTUAL_MEETING_ROOMS,
            Mode.VALID_RECORDS,
            CsvFixture.bytes(line.repeat(CsvRows.MAX_RECORDS + 1)));

    assertThat(report.errors().getFirst().message()).contains("200,000");
    assertThat(csv.all("conference")).isEmpty();
  }

  @Test
  void fileThatIsNoCsvIsRefusedFromWhereItEnds() {
    CsvReport report = csv.run(VIRTUAL_MEETING_ROOMS, Mode.VALID_RECORDS, "a", "\"b\" c,d", "e");

    assertThat(report.errors()).hasSize(1);
    assertThat(report.errors().getFirst().line()).isEqualTo(1);
    assertThat(csv.all("conference")).isEmpty();
  }

  @Test
  void tooLongAValueIsRefused() {
    CsvReport report =
        csv.run(
            VIRTUAL_MEETING_ROOMS,
            Mode.VALID_RECORDS,
            "a," + "x".repeat(CsvRows.MAX_FIELD_CHARS + 1));

    assertThat(report.errors()).hasSize(1);
    assertThat(csv.all("conference")).isEmpty();
  }

  @Test
  void emptyFileIsNothingToDo() {
    assertThat(csv.accept(VIRTUAL_MEETING_ROOMS, "").records()).isZero();
    assertThat(csv.accept(VIRTUAL_MEETING_ROOMS, "name,pin").records()).isZero();
  }
}
