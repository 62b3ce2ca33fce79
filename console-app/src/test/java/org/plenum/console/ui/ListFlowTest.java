package org.plenum.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.Values;

/** What administrators do with tables. */
class ListFlowTest extends ConsoleFixture {
  @BeforeEach
  void fill() {
    playScenario();
  }

  @Test
  void theSavedTableHasTheShownColumnsOfTheRowsThatMatch() {
    MainScreen main = logIn().open("virtual-meeting-rooms").awaitRow("list-table", "Meet");
    screen.type("list-search", "board");
    main.awaitNoRow("list-table", "Meet");
    screen.click("list-save-table");
    Path file = profile.resolve("virtual-meeting-rooms.csv");
    screen.until("saved table", () -> Files.exists(file));
    List<String> lines = Screen.onFx(() -> Files.readAllLines(file));
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).contains("Name,Aliases").doesNotContain("Host PIN");
    assertThat(lines.getLast()).startsWith("Board room,board,");
  }

  @Test
  void severalObjectsGoTogetherWithWhatBelongsToThem() {
    MainScreen main = logIn().open("virtual-meeting-rooms").awaitRow("list-table", "Meet");
    selectAll();
    screen.click("list-delete");
    screen.awaitText("dialog-details", "board");
    assertThat(screen.text("dialog-details")).contains("meet");
    main.confirm().awaitNoRow("list-table", "Board room").awaitNoRow("list-table", "Meet");
    assertThat(server.configuration().all("conference_alias")).hasSize(1);
  }

  @Test
  void whatForbidsTheDeletionOfSeveralObjectsIsNamedOnce() {
    logIn().open("dns-server").awaitRow("list-table", "192.0.2.53");
    selectAll();
    screen.click("list-delete");
    screen.awaitText("dialog-details", "Oslo");
    assertThat(screen.text("dialog-details")).containsOnlyOnce("Paris");
    screen.click("dialog-close");
    assertThat(server.configuration().all("dns_server")).hasSize(2);
  }

  @Test
  @Tag("SVX-322")
  void themesShowAndAreSortedByTheNumberOfTheirServices() {
    long night = theme("Night");
    long day = theme("Day");
    use("Meet", night);
    MainScreen main = logIn().open("ivr-theme").awaitRow("list-table", "Night |  | 1");
    assertThat(names(main)).containsExactly("Day", "Night");

    sortBy("conference", SortType.DESCENDING);
    Screen.patiently("most used first").until(() -> names(main).equals(List.of("Night", "Day")));
    screen.picture("light-list-themes-by-services");
    use("Board room", day);
    use("Meet", day);
    Screen.patiently("numbers follow")
        .until(() -> main.rows("list-table").getFirst().startsWith("Day |  | 2"));
  }

  @Test
  @Tag("SYS-063")
  void whoMayNotViewNodesSeesNoColumnWithTheirNumber() {
    server
        .configuration()
        .add(
            "tls_certificate",
            Map.of(
                "certificate",
                "-",
                "private_key",
                "-",
                "subject_name",
                "www.example.com",
                "issuer_name",
                "CA",
                "start_date",
                Instant.EPOCH,
                "end_date",
                Instant.EPOCH,
                "serial_no",
                "1"));
    server
        .sessions()
        .restrictTo(
            Permissions.of(
                List.of(
                    Permission.IS_ADMINISTRATOR.codename(),
                    Permission.MAY_USE_WEB_INTERFACE.codename(),
                    Permission.MAY_VIEW_CERTIFICATES.codename())));
    logIn().open("tls-certificate").awaitRow("list-table", "www.example.com");

    assertThat(((TableView<?>) screen.await("list-table")).getColumns())
        .extracting(column -> column.getId())
        .contains("issuer_name")
        .doesNotContain("nodes");
  }

  private long theme(String name) {
    return server.configuration().add("ivr_theme", Map.of("name", name, "uuid", name));
  }

  private void use(String service, long theme) {
    long id = server.configuration().idOf("conference", service);
    server.configuration().changeElsewhere("conference", id, "ivr_theme", theme);
  }

  private List<String> names(MainScreen main) {
    return main.rows("list-table").stream().map(row -> row.split(" \\| ")[0]).toList();
  }

  private void sortBy(String field, SortType direction) {
    TableView<?> table = (TableView<?>) screen.await("list-table");
    Screen.onFx(
        () -> {
          sortBy(table, field, direction);
          return null;
        });
  }

  private static <R> void sortBy(TableView<R> table, String field, SortType direction) {
    for (TableColumn<R, ?> column : table.getColumns()) {
      if (field.equals(column.getId())) {
        assertThat(column.isSortable()).isTrue();
        column.setSortType(direction);
        table.getSortOrder().setAll(List.of(column));
      }
    }
  }

  private void selectAll() {
    TableView<?> table = (TableView<?>) screen.await("list-table");
    Screen.onFx(
        () -> {
          table.requestFocus();
          table.getSelectionModel().selectAll();
          return null;
        });
  }

  @Test
  @Tag("SVC-130")
  @Tag("SVC-131")
  void rulesAreOrderedByTheKeyboard() {
    rule("Last", 30, true);
    rule("First", 2, false);
    rule("Middle", 7, true);
    MainScreen main = logIn().open("gateway-routing-rule");
    main.awaitRow("list-table", "Last");
    assertThat(main.rows("list-table")).first().asString().startsWith("2 | First | No");
    screen.picture("light-rules");

    main.select("list-table", "Last");
    screen.press(KeyCode.ALT, KeyCode.UP);
    main.awaitRow("list-table", "7 | Last").awaitRow("list-table", "30 | Middle");
    screen.until("selection follows", () -> selectedIndex() == 1);
    screen.press(KeyCode.ALT, KeyCode.UP);
    main.awaitRow("list-table", "2 | Last").awaitRow("list-table", "7 | First");
    screen.press(KeyCode.ALT, KeyCode.DOWN);
    main.awaitRow("list-table", "2 | First").awaitRow("list-table", "7 | Last");
    assertThat(
            server.configuration().all("gateway_routing_rule").stream()
                .sorted(Comparator.comparing(rule -> rule.number("priority")))
                .map((Values rule) -> rule.text("name")))
        .containsExactly("First", "Last", "Middle");
  }

  @Test
  @Tag("SVC-131")
  void aRuleIsDraggedToWhereItBelongs() {
    rule("First", 2, true);
    rule("Middle", 7, true);
    rule("Last", 30, true);
    MainScreen main = logIn().open("gateway-routing-rule").awaitRow("list-table", "Last");

    assertThat(screen.drag(row(2), row(0))).isTrue();
    main.awaitRow("list-table", "2 | Last").awaitRow("list-table", "30 | Middle");
    screen.until("selection follows", () -> selectedIndex() == 0);

    assertThat(screen.drag(row(0), row(1))).as("and back by one").isTrue();
    main.awaitRow("list-table", "2 | First").awaitRow("list-table", "7 | Last");
    assertThat(screen.find("list-table").orElseThrow().lookupAll(".drop-target")).isEmpty();
  }

  @Test
  void nothingIsDraggedWhereTheOrderMayNotBeChanged() {
    server.sessions().restrictTo(Permissions.READ_ONLY);
    rule("One", 1, true);
    rule("Two", 2, true);
    logIn().open("gateway-routing-rule").awaitRow("list-table", "Two");

    assertThat(screen.drag(row(1), row(0))).isFalse();
  }

  private TableRow<?> row(int index) {
    // The text of a row may be there before the row has its place.
    screen.until("row " + index, () -> findRow(index).isPresent());
    return Screen.onFx(() -> findRow(index).orElseThrow());
  }

  private Optional<? extends TableRow<?>> findRow(int index) {
    return screen.find("list-table").orElseThrow().lookupAll(".table-row-cell").stream()
        .map(node -> (TableRow<?>) node)
        .filter(row -> row.getIndex() == index)
        .findFirst();
  }

  private int selectedIndex() {
    TableView<?> table = (TableView<?>) screen.find("list-table").orElseThrow();
    return table.getSelectionModel().getSelectedIndex();
  }

  @Test
  void rulesInAnotherOrderAreNotMoved() {
    rule("Beta", 1, true);
    rule("Alpha", 2, true);
    MainScreen main = logIn().open("gateway-routing-rule").select("list-table", "Alpha");
    screen.type("list-search", "Alpha");
    main.awaitNoRow("list-table", "1 | Beta").select("list-table", "2 | Alpha");
    screen.press(KeyCode.ALT, KeyCode.UP);
    screen.click("list-copy");
    main.onPage("New call routing rule");
    assertThat(server.configuration().all("gateway_routing_rule"))
        .extracting(rule -> rule.number("priority"))
        .containsExactly(1L, 2L);
  }
}
