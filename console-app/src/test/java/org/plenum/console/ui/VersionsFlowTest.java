package org.plenum.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenum.model.access.Permissions;

/** History &gt; Configuration changes, as an administrator uses it. */
class VersionsFlowTest extends ConsoleFixture {
  private static final String TABLE = "versions-table";
  private static final String MEET = "{\"name\": \"Meet\", \"description\": \"\"}";
  private static final String MOVED = "{\"name\": \"Meet\", \"description\": \"moved\"}";

  @BeforeEach
  void fill() {
    server.versions().add("admin", "console", "conference", "create", "", MEET);
    server.versions().add("ada", "REST", "conference", "update", MEET, MOVED);
  }

  private MainScreen open() {
    return logIn().open("versions").onPage("Configuration changes");
  }

  @Test
  void aVersionShowsItsFieldsBeforeAndAfter() {
    open().select(TABLE, "ada");

    screen.awaitText("version-changes-title", "Version 2");
    screen.await("history-entry");
  }

  @Test
  void twoVersionsAreCompared() {
    open().select(TABLE, "ada").selectToo(TABLE, "admin");

    screen.awaitText("version-changes-title", "From version 1 to version 2");
  }

  @Test
  void searchFindsVersionsOfAnAuthor() {
    MainScreen main = open().awaitRow(TABLE, "admin");

    screen.type("versions-search", "ada");

    main.awaitNoRow(TABLE, "admin").awaitRow(TABLE, "ada");
  }

  @Test
  void rollbackIsPreviewedAndConfirmed() {
    MainScreen main = open().select(TABLE, "admin");

    screen.click("versions-rollback");
    screen.awaitText("dialog-details", "Change service \"Meet\"");
    main.confirm();

    main.awaitRow(TABLE, "restore");
  }

  @Test
  void whatIsInTheWayOfARollbackIsExplained() {
    server.versions().refuse("DNS server \"192.0.2.53\" is used by location \"Oslo\".");
    open().select(TABLE, "admin");

    screen.click("versions-rollback");

    screen.awaitText("dialog-details", "is used by location \"Oslo\"");
    screen.click("dialog-close");
  }

  @Test
  void changesOfOthersAppearAndTheSelectionStays() {
    MainScreen main = open().select(TABLE, "admin");
    screen.awaitText("version-changes-title", "Version 1");

    server.versions().add("grace", "console", "dns_server", "create", "", "{\"name\": \"x\"}");
    server.configuration().add("dns_server", Map.of("address", "192.0.2.9"));

    main.awaitRow(TABLE, "grace");
    assertThat(screen.find("version-changes-title")).isPresent();
    screen.awaitText("version-changes-title", "Version 1");
  }

  @Test
  void readersMayLookButNotRollBack() {
    server.sessions().restrictTo(Permissions.READ_ONLY);
    open().select(TABLE, "ada");

    screen.awaitText("version-changes-title", "Version 2");
    assertThat(screen.await("versions-rollback").isDisabled()).isTrue();
  }
}
