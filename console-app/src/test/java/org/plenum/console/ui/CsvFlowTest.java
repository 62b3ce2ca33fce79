package org.plenum.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.access.Permissions;
import org.plenum.rpc.console.ExportNotes;

/** Import and export of lists as CSV files. */
@Tag("OPS-146")
class CsvFlowTest extends ConsoleFixture {
  private MainScreen list() {
    return logIn().open("virtual-meeting-rooms").onPage("Virtual Meeting Rooms");
  }

  private void choose(String content) throws IOException {
    Files.writeString(profile.resolve("chosen"), content);
    screen.click("list-import");
  }

  @Test
  void errorsAreShownBeforeAnythingIsWrittenAndAGoodFileIsImported() throws Exception {
    MainScreen main = list();
    choose("Meet\nWr!ng\nTeam\n");
    screen.awaitText("csv-text", "one error");
    main.awaitRow("csv-errors", "2 | name | 'Wr!ng' is no name.");
    assertThat(screen.await("csv-apply").isDisabled()).isTrue();
    screen.pictureOfDialog("csv-import-errors");
    screen.click("csv-close");
    assertThat(server.configuration().all("conference")).isEmpty();

    choose("Meet\nTeam\n");
    screen.awaitText("csv-counts", "2 records: 2 new");
    screen.pictureOfDialog("csv-import-good");
    screen.click("csv-apply");
    screen.awaitText("csv-text", "Imported: 2 new");
    screen.click("csv-close");
    main.awaitRow("list-table", "Team");
    screen.picture("csv-list");
  }

  @Test
  void theDialogIsReadableInTheDark() throws Exception {
    list();
    screen.click("header-theme");
    choose("Meet\nWr!ng\n");
    screen.awaitText("csv-text", "one error");
    screen.pictureOfDialog("dark-csv-import-errors");
    screen.click("csv-close");
    choose("Meet\nTeam\n");
    screen.awaitText("csv-counts", "2 records: 2 new");
    screen.pictureOfDialog("dark-csv-import-good");
    screen.click("csv-close");
  }

  @Test
  void whatIsRightCanBeImportedAlone() throws Exception {
    MainScreen main = list();
    choose("Meet\nWr!ng\n");
    screen.click("csv-valid-only");
    screen.click("csv-apply");
    screen.awaitText("csv-text", "Imported: 1 new");
    screen.click("csv-close");
    main.awaitRow("list-table", "Meet");
  }

  @Test
  void whatAFileTakesAwayIsSaidBeforeItIsImported() throws Exception {
    list();
    choose("Meet\n");
    screen.awaitText("csv-counts", "1 new");
    assertThat(screen.shows("csv-losses")).isFalse();
    screen.click("csv-close");

    choose("Meet?\n");
    screen.awaitText("csv-losses", "Aliases (3)");
    screen.pictureOfDialog("csv-import-losses");
    screen.click("csv-close");
  }

  @Test
  void importIsGivenUp() throws Exception {
    list();
    server.csv().hold();
    choose("Meet\nTeam\n");
    screen.awaitText("csv-text", "Checking: 1 object");
    screen.pictureOfDialog("csv-import-progress");
    screen.click("csv-close");
    screen.until("given up", server.csv()::wasCancelled);
    screen.awaitGone("csv-dialog");
  }

  @Test
  void listIsExportedToAFile() throws Exception {
    list();
    screen.click("list-export");
    Path file = profile.resolve("virtual_meeting_rooms.csv");
    screen.until("file", () -> Files.exists(file));
    assertThat(Files.readString(file)).isEqualTo("name\nMeet\n");
  }

  @Test
  void whatAnExportDoesNotSayByItselfIsTold() throws Exception {
    server.csv().note(ExportNotes.newBuilder().setLeftOut(2).setFormulas(1).build());
    list();
    screen.click("list-export");
    screen.awaitText("dialog-text", "2 objects are not in the file");
    screen.awaitText("dialog-text", "1 value begins like a formula");
    screen.pictureOfDialog("csv-export-notes");
    screen.click("dialog-close");
    assertThat(profile.resolve("virtual_meeting_rooms.csv")).exists();
  }

  @Test
  void readOnlyAdministratorExportsButDoesNotImport() {
    server.sessions().restrictTo(Permissions.READ_ONLY);
    list();
    screen.await("list-export");
    assertThat(screen.shows("list-import")).isFalse();
  }
}
