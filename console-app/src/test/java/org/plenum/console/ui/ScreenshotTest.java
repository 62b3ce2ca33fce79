package org.plenum.console.ui;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.console.fake.FakeManagement;
import org.plenum.console.fake.FakeSessions;
import org.plenum.console.fake.Scenario;
import org.plenum.model.resource.PlenumResources;

/** Pictures of every screen, light and dark, for people to look at. */
class ScreenshotTest {
  private static final Path PICTURES = Path.of("target", "screenshots");

  @TempDir Path profile;
  private FakeManagement server;
  private RunningConsole console;

  @BeforeEach
  void start() throws Exception {
    server = new FakeManagement(PlenumResources.catalog());
    console = RunningConsole.open(profile, server.address(), PICTURES);
  }

  @AfterEach
  void stop() throws Exception {
    console.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyScreenIsShown(String theme) throws Exception {
    Screen screen = console.screen();
    screen.picture(theme + "-login");
    console.login().submit(FakeSessions.USER, "wrong");
    screen.await("login-confirm");
    screen.picture(theme + "-login-fingerprint");
    console.login().trust(server.fingerprint().value()).refused("wrong");
    screen.picture(theme + "-login-wrong-password");
    console.login().submit(FakeSessions.USER, FakeSessions.PASSWORD);
    screen.click("login-confirm-trust");
    MainScreen main = console.login().loggedIn();
    if (theme.equals("dark")) {
      screen.click("header-theme");
    }
    main.onPage("Live View");
    screen.picture(theme + "-live-view-empty");
    main.open("virtual-meeting-rooms").onPage("Virtual Meeting Rooms");
    screen.await("list-empty-add");
    screen.picture(theme + "-list-empty");

    new Scenario(server).play();
    main.open("live-view").onPage("Live View");
    screen.awaitText("live-counts", "3 conferences");
    screen.picture(theme + "-live-view");
    screen.point("live-graph");
    screen.picture(theme + "-live-view-hover");
    screen.click("live-tab-table");
    screen.picture(theme + "-live-view-table");

    main.open("conferences").awaitRow("conferences-table", "Meet");
    main.select("conferences-table", "Meet");
    screen.picture(theme + "-conferences");
    main.openRow("conferences-table", "Meet").onPage("Meet");
    screen.picture(theme + "-conference");
    main.open("participants").awaitRow("participants-table", "Ada");
    screen.picture(theme + "-participants");
    main.openRow("participants-table", "Ada").onPage("Ada");
    screen.picture(theme + "-participant");
    screen.click("participant-disconnect");
    screen.await("dialog-confirm");
    screen.pictureOfDialog(theme + "-dialog");
    screen.click("dialog-cancel");
    main.open("nodes").awaitRow("nodes-table", "oslo-1");
    screen.picture(theme + "-nodes");
    main.openRow("nodes-table", "oslo-1").onPage("oslo-1");
    screen.picture(theme + "-node");

    main.open("virtual-meeting-rooms").awaitRow("list-table", "Meet");
    screen.picture(theme + "-list");
    main.add().onPage("New Virtual Meeting Room");
    main.fill("name", "Meet").addChild("aliases", 0, "alias", "not an alias!").save();
    screen.await("form-problem");
    screen.picture(theme + "-form-errors");
    screen.press(KeyCode.ESCAPE);
    main.confirm().awaitRow("list-table", "Meet");
    main.openRow("list-table", "Board room").onPage("Board room");
    screen.picture(theme + "-form");
    main.fill("description", "The quiet one").save();
    screen.click("tab-history");
    screen.await("history-entry");
    screen.picture(theme + "-history");
    main.open("system-location").awaitRow("list-table", "Oslo");
    main.openRow("list-table", "Oslo").onPage("Oslo");
    screen.picture(theme + "-form-location");
    main.open("worker-vm").awaitRow("list-table", "oslo-1");
    main.openRow("list-table", "oslo-1").onPage("oslo-1");
    screen.picture(theme + "-form-node");

    tellVersions();
    main.open("versions").awaitRow("versions-table", "Board room");
    screen.picture(theme + "-versions");
    main.select("versions-table", "text file");
    screen.await("history-entry");
    screen.picture(theme + "-version");
    main.selectToo("versions-table", "Created");
    screen.awaitText("version-changes-title", "From version");
    screen.picture(theme + "-versions-compared");
    main.select("versions-table", "Created");
    screen.click("versions-rollback");
    screen.await("dialog-confirm");
    screen.pictureOfDialog(theme + "-rollback");
    screen.click("dialog-cancel");

    server.stopGrpc();
    screen.await("banner");
    main.open("live-view").onPage("Live View");
    screen.picture(theme + "-reconnecting");
  }

  private void tellVersions() {
    String first = "{\"name\": \"Board room\", \"description\": \"Ground floor\"}";
    String second =
        "{\"name\": \"Board room\", \"description\": \"First floor, left\", \"tag\": \"hq\"}";
    server.versions().add("admin", "console", "conference", "create", "", first);
    server.versions().add("ada", "text", "conference", "update", first, second);
    server.versions().add("admin", "REST", "fax_machine", "delete", "{\"name\": \"old\"}", "");
  }
}
