package org.plenum.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Set;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.console.fake.FakeSessions;
import org.plenum.console.fake.Scenario;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;

/** What administrators do, in the real windows against a server in memory. */
class ConsoleFlowTest extends ConsoleFixture {
  @Test
  void serverIsRememberedAndNotAskedForAgain() throws Exception {
    logIn();
    restart();
    assertThat(screen.text("login-username")).isEqualTo(FakeSessions.USER);
    screen.type("login-password", FakeSessions.PASSWORD);
    screen.press(KeyCode.ENTER);
    login().loggedIn();
  }

  @Test
  void refusedFingerprintLeavesTheLogInWindow() {
    login().submit(FakeSessions.USER, FakeSessions.PASSWORD);
    screen.click("login-confirm-refuse");
    login().refused("not trusted");
  }

  @Test
  void unreachableServerIsNamed() throws Exception {
    server.close();
    login().submit(FakeSessions.USER, FakeSessions.PASSWORD).refused("Nobody answers");
  }

  @Test
  @Tag("SVC-065")
  void administratorCreatesAVmrWithTwoAliases() {
    MainScreen main = logIn().open("virtual-meeting-rooms").onPage("Virtual Meeting Rooms");
    main.add().onPage("New Virtual Meeting Room");
    main.fill("name", "Team")
        .addChild("aliases", 0, "alias", "team")
        .addChild("aliases", 1, "alias", "team@example.com")
        .save()
        .onPage("Team");
    screen.click("form-cancel");
    main.awaitRow("list-table", "team, team@example.com");
    assertThat(server.configuration().all("conference_alias")).hasSize(2);
  }

  @Test
  void errorsOfTheServerStandAtTheirFields() {
    playScenario();
    MainScreen main = logIn().open("virtual-meeting-rooms");
    screen.press(KeyCode.CONTROL, KeyCode.N);
    main.onPage("New Virtual Meeting Room");
    main.fill("name", "Meet").addChild("aliases", 0, "alias", "MEET").save();
    main.fieldError("name", "has this value already")
        .childError("aliases", 0, "has this value already");
    main.fill("name", "Meet 2");
    screen.type("field-aliases-0-alias", "meet2");
    screen.press(KeyCode.CONTROL, KeyCode.S);
    main.onPage("Meet 2");
  }

  @Test
  void declaredRulesAreCheckedWithoutTheServer() throws Exception {
    MainScreen main = logIn().open("virtual-meeting-rooms").add();
    main.fill("pin", "12");
    server.stopGrpc();
    main.save().fieldError("pin", "4 to 20 digits").fieldError("name", "");
  }

  @Test
  void fieldsThatDoNotApplyAreNotShown() {
    MainScreen main = logIn().open("virtual-meeting-rooms").add();
    screen.await("field-name");
    assertThat(screen.shows("row-service_type")).isFalse();
    assertThat(screen.shows("row-guest_pin")).isFalse();
    screen.click("field-allow_guests");
    screen.await("row-guest_pin");
    screen.click("form-cancel");
    main.confirm();
    main.open("virtual-auditoriums").add();
    screen.await("row-guest_view");
  }

  @Test
  void menusOpenAndClose() {
    logIn().onPage("Live View");
    screen.await("nav-live-view");
    assertThat(screen.shows("nav-dns-server")).isFalse();
    screen.click("menu-status");
    screen.awaitGone("nav-live-view");
    screen.click("menu-system");
    screen.click("nav-dns-server");
    main().onPage("DNS servers");
    screen.click("menu-status");
    screen.click("nav-nodes");
    main().onPage("Conferencing nodes");
    assertThat(screen.shows("nav-dns-server")).isTrue();
  }

  @Test
  void unsavedChangesAreNotLostByAccident() {
    playScenario();
    MainScreen main = logIn().open("virtual-meeting-rooms").openRow("list-table", "Board room");
    main.fill("description", "changed");
    main.open("conferences");
    screen.click("dialog-cancel");
    assertThat(screen.text("field-description")).isEqualTo("changed");
    screen.click("form-undo");
    assertThat(screen.text("field-description")).isEqualTo("For Board room");
    main.open("conferences").onPage("Conferences");
  }

  @Test
  void loggingOutAsksAboutUnsavedChanges() {
    logIn().open("dns-server").add().fill("address", "192.0.2.9");
    logOut();
    screen.click("dialog-cancel");
    assertThat(screen.text("field-address")).isEqualTo("192.0.2.9");
    logOut();
    screen.click("dialog-confirm");
    screen.await("login-submit");
  }

  private void logOut() {
    screen.click("header-user");
    screen.clickText("Log out");
  }

  @Test
  void closingTheWindowAsksAboutUnsavedChanges() {
    logIn().open("dns-server").add().fill("address", "192.0.2.9");
    closeWindow();
    screen.click("dialog-cancel");
    assertThat(screen.text("field-address")).isEqualTo("192.0.2.9");
    closeWindow();
    screen.click("dialog-confirm");
    screen.awaitGone("main");
  }

  @Test
  void withoutUnsavedChangesTheWindowClosesAtOnce() {
    logIn().open("dns-server").add();
    screen.await("field-address");
    closeWindow();
    screen.awaitGone("main");
  }

  /** As the button in its frame does. */
  private void closeWindow() {
    Screen.onFx(
        () -> {
          Window window = screen.find("main").orElseThrow().getScene().getWindow();
          WindowEvent request = new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST);
          window.fireEvent(request);
          return null;
        });
  }

  @Test
  void objectThatIsStillNeededIsNotDeleted() {
    playScenario();
    MainScreen main = logIn().open("system-location").select("list-table", "Oslo");
    screen.click("list-delete");
    screen.awaitText("dialog-details", "oslo-1");
    screen.click("dialog-close");
    main.open("virtual-meeting-rooms").select("list-table", "Board room");
    screen.click("list-delete");
    screen.awaitText("dialog-details", "board");
    main.confirm().awaitNoRow("list-table", "Board room");
  }

  @Test
  void duplicateStartsWithTheSameValuesButWithoutNameAndAliases() {
    playScenario();
    MainScreen main = logIn().open("virtual-meeting-rooms").select("list-table", "Board room");
    screen.click("list-copy");
    main.onPage("New Virtual Meeting Room");
    assertThat(screen.text("field-description")).isEqualTo("For Board room");
    assertThat(screen.text("field-name")).isEmpty();
    main.fill("name", "Board room 2").save().onPage("Board room 2");
  }

  @Test
  void listFollowsTheChangesOfOthers() {
    playScenario();
    MainScreen main = logIn().open("virtual-meeting-rooms").awaitRow("list-table", "Board room");
    long id = idOf("Board room");
    server.configuration().changeElsewhere("conference", id, "description", "seen");
    main.awaitRow("list-table", "seen");
  }

  private long idOf(String name) {
    return server.configuration().idOf("conference", name);
  }

  @Test
  void changeOfSomebodyElseIsAnnouncedInTheForm() {
    playScenario();
    MainScreen main = logIn().open("virtual-meeting-rooms").openRow("list-table", "Board room");
    main.fill("description", "mine");
    server.configuration().changeElsewhere("conference", idOf("Board room"), "tag", "theirs");
    screen.await("form-changed-elsewhere");
    screen.click("form-reload");
    screen.awaitText("field-tag", "theirs");
    assertThat(screen.text("field-description")).isEqualTo("For Board room");
  }

  @Test
  @Tag("DIAG-175")
  void participantsComeLiveAndCanBeMutedAndDisconnected() {
    playScenario();
    MainScreen main = logIn().open("participants").awaitRow("participants-table", "Ada");
    server.status().participant(Scenario.participant("c-meet", 1, "Zoe"));
    main.awaitRow("participants-table", "Zoe").select("participants-table", "Zoe");
    screen.click("participants-mute");
    screen.awaitText("participants-mute", "Unmute");
    screen.click("participants-disconnect");
    main.confirm().awaitNoRow("participants-table", "Zoe");
  }

  @Test
  void selectionSurvivesUpdates() {
    playScenario();
    MainScreen main = logIn().open("participants").select("participants-table", "Linus");
    for (String name : new String[] {"Aaron", "Abel", "Abigail"}) {
      server.status().participant(Scenario.participant("c-meet", 1, name));
    }
    main.awaitRow("participants-table", "Abigail");
    screen.press(KeyCode.ENTER);
    main.onPage("Linus");
  }

  @Test
  @Tag("SVX-245")
  void conferenceIsLockedAndEnded() {
    playScenario();
    MainScreen main = logIn().open("conferences").openRow("conferences-table", "Meet");
    main.onPage("Meet");
    screen.click("conference-lock");
    screen.awaitText("conference-lock", "Unlock");
    screen.click("conference-disconnect");
    main.confirm();
    screen.awaitGone("conference-lock");
    main.open("conferences").awaitNoRow("conferences-table", "Meet");
  }

  @Test
  @Tag("DIAG-065")
  void lostConnectionIsShownAndComesBackByItself() throws Exception {
    playScenario();
    MainScreen main = logIn().open("conferences").awaitRow("conferences-table", "Meet");
    server.stopGrpc();
    screen.awaitText("banner-text", "not updated since");
    assertThat(main.rows("conferences-table")).as("what was known stays").hasSize(3);
    server.restartGrpc();
    screen.awaitGone("banner");
    server.status().participantLeft("c-gw-linus");
    main.awaitRow("conferences-table", "Meet");
  }

  @Test
  void endedSessionAsksForThePasswordWhereOneIs() {
    playScenario();
    MainScreen main = logIn().open("conferences").awaitRow("conferences-table", "Meet");
    server.sessions().expire();
    server.status().closeStreams();
    screen.await("banner-login");
    screen.type("banner-password", "wrong");
    screen.click("banner-login");
    screen.awaitText("banner-problem", "wrong");
    screen.type("banner-password", FakeSessions.PASSWORD);
    screen.click("banner-login");
    screen.awaitGone("banner");
    main.awaitRow("conferences-table", "Meet");
  }

  @Test
  void readOnlyAdministratorSeesButDoesNotChange() {
    playScenario();
    server.sessions().restrictTo(Permissions.READ_ONLY);
    MainScreen main = logIn().open("virtual-meeting-rooms").awaitRow("list-table", "Meet");
    assertThat(screen.shows("list-add")).isFalse();
    main.openRow("list-table", "Meet").onPage("Meet");
    assertThat(screen.shows("form-save")).isFalse();
    main.open("participants").select("participants-table", "Ada");
    assertThat(screen.await("participants-disconnect").isDisabled()).isTrue();
  }

  @Test
  @Tag("SYS-063")
  @Tag("SYS-065")
  void administratorOfServicesChangesThemAndIsDeniedWhatHeMayNotSee() throws Exception {
    playScenario();
    server
        .sessions()
        .restrictTo(
            new Permissions(
                Set.of(
                    Permission.IS_ADMINISTRATOR,
                    Permission.MAY_USE_WEB_INTERFACE,
                    Permission.MAY_MODIFY_SERVICE_CONFIGURATION,
                    Permission.MAY_VIEW_PLATFORM_CONFIGURATION)));
    MainScreen main = logIn().onPage("Access denied");

    main.open("virtual-meeting-rooms").awaitRow("list-table", "Meet");
    assertThat(screen.shows("list-add")).isTrue();
    main.open("gateway-routing-rule").onPage("Call routing rules");
    assertThat(screen.shows("list-add")).isTrue();
    main.open("route-tester").onPage("Route tester");
    main.open("system-location").onPage("Locations");
    assertThat(screen.shows("list-add")).isFalse();
    main.open("role").onPage("Access denied");
    screen.picture("access-denied");
    assertThat(screen.shows("list-table")).isFalse();
  }

  @Test
  @Tag("INST-161")
  void enrolmentDocumentOfANodeIsSaved() {
    playScenario();
    MainScreen main = logIn().open("worker-vm").openRow("list-table", "oslo-1");
    main.onPage("oslo-1");
    screen.click("node-document");
    main.confirm();
    screen.until(
        "document",
        () -> {
          try (var files = Files.list(profile)) {
            return files.anyMatch(file -> file.toString().endsWith(".xml"));
          }
        });
  }

  @Test
  void columnsAndThemeAreRemembered() throws Exception {
    playScenario();
    MainScreen main = logIn().open("conferences").awaitRow("conferences-table", "Meet");
    screen.click("header-theme");
    Screen.onFx(
        () -> {
          TableView<?> table = (TableView<?>) screen.find("conferences-table").orElseThrow();
          table.getColumns().get(1).setVisible(false);
          return null;
        });
    restart();
    assertThat(Files.readString(profile.resolve("settings.json"))).contains("DARK");
    login().submit(FakeSessions.USER, FakeSessions.PASSWORD);
    main = login().loggedIn();
    main.open("conferences").awaitRow("conferences-table", "Meet");
    TableView<?> table = (TableView<?>) screen.await("conferences-table");
    assertThat(Screen.onFx(() -> table.getColumns().get(1).isVisible())).isFalse();
  }

  @Test
  @Tag("DIAG-057")
  void liveViewShowsACallAndExplainsWhatIsPointedAt() {
    playScenario();
    MainScreen main = logIn().onPage("Live View");
    screen.awaitText("live-counts", "3 nodes · 3 conferences · 31 participants");
    server.status().participant(Scenario.participant("c-meet", 1, "Zoe"));
    screen.awaitText("live-counts", "32 participants");
    screen.click("live-tab-table");
    main.awaitTree("live-tree", "Zoe");
  }

  @Test
  @Tag("PLAT-170")
  void helpTextsCanBeSwitchedOff() {
    logIn().open("virtual-meeting-rooms").add();
    screen.await("help-name");
    screen.click("header-user");
    screen.clickText("Show help under fields");
    screen.awaitGone("help-name");
  }
}
