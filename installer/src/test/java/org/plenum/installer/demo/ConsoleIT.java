package org.plenum.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.console.connection.ServerAddress;
import org.plenum.console.ui.MainScreen;
import org.plenum.console.ui.RunningConsole;
import org.plenum.console.ui.Screen;
import org.plenum.installer.peer.Baresip;
import org.plenum.installer.peer.BaresipAccount;
import org.plenum.installer.peer.FreePorts;

/** The real console against a real management service and node, with a real endpoint calling. */
class ConsoleIT {

  private static final Path PICTURES = Path.of("target", "screenshots");

  @TempDir static Path folder;
  private static Deployment deployment;

  @TempDir Path profile;
  private RunningConsole console;
  private Screen screen;

  @BeforeAll
  static void start() throws Exception {
    deployment = Deployment.start(folder);
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @BeforeEach
  void openConsole() throws Exception {
    console =
        RunningConsole.open(profile, ServerAddress.parse(deployment.consoleServer()), PICTURES);
    screen = console.screen();
  }

  @AfterEach
  void closeConsole() {
    console.close();
  }

  @Test
  void aWrongPasswordIsRefused() {
    console.login().submit(Deployment.USER, "wrong");
    screen.click("login-confirm-trust");
    console.login().refused("wrong");
  }

  @Test
  @Tag("SVC-065")
  @Tag("SVC-082")
  @Tag("SVX-011")
  void aRoomWithTwoAliasesIsMadeAndADuplicateAliasIsNamedAtItsField() {
    MainScreen main = logIn().open("virtual-meeting-rooms").onPage("Virtual Meeting Rooms");
    main.awaitRow("list-table", "Meet");
    screen.picture("real-list");
    main.add().onPage("New Virtual Meeting Room");
    main.fill("name", "Team").addChild("aliases", 0, "alias", "MEET").save();
    main.childError("aliases", 0, "already");
    screen.picture("real-duplicate-alias");
    main.fillChild("aliases", 0, "alias", "team")
        .addChild("aliases", 1, "alias", "team@example.com")
        .save()
        .onPage("Team");

    main.open("virtual-meeting-rooms").awaitRow("list-table", "team, team@example.com");
  }

  @Test
  @Tag("SVC-130")
  @Tag("SVC-169")
  void rulesAreReorderedAndTheRouteTesterTellsWhichOneTakesACall() {
    MainScreen main = logIn().open("gateway-routing-rule").onPage("Call routing rules");
    for (int number = 1; number <= 2; number++) {
      main.add().onPage("New call routing rule");
      main.fill("name", "Rule " + number)
          .fill("priority", String.valueOf(number))
          .fill("match_string", "7(.*)")
          .fill("replace_string", number + "\\1")
          .save()
          .onPage("Rule " + number)
          .open("gateway-routing-rule");
    }
    main.select("list-table", "Rule 2");
    screen.press(KeyCode.ALT, KeyCode.UP);
    main.awaitRow("list-table", "1 | Rule 2").awaitRow("list-table", "2 | Rule 1");

    main.open("route-tester").onPage("Route tester");
    screen.type("tester-destination", "755");
    screen.press(KeyCode.ENTER);
    screen.awaitText("tester-decision", "The rule Rule 2 sends the call to 255.");
    screen.type("tester-destination", "sip:meet@192.0.2.1");
    screen.press(KeyCode.ENTER);
    screen.awaitText("tester-decision", "Virtual Meeting Room Meet");
    screen.picture("real-route-tester");
  }

  @Test
  @Tag("DIAG-025")
  @Tag("DIAG-110")
  void aCallIsSeenLiveAndDisconnected() throws Exception {
    MainScreen main = logIn().open("participants").onPage("Participants");
    try (Baresip ada =
        new Baresip(
            folder,
            BaresipAccount.audio("ada", "udp", "PCMU/8000/1", 440, ""),
            FreePorts.block(12))) {
      ada.dial(deployment.uri("meet", "udp"));
      ada.awaitEvent("CALL_ESTABLISHED");
      await("the call in the table")
          .atMost(Duration.ofSeconds(1))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> main.rows("participants-table").stream().anyMatch(r -> r.contains("ada")));
      screen.picture("real-participants");
      main.open("live-view").onPage("Live View");
      screen.awaitText("live-counts", "1 participant");
      screen.picture("real-live-view");
      main.open("participants").select("participants-table", "ada");
      screen.click("participants-disconnect");
      main.confirm();

      ada.awaitEvent("CALL_CLOSED");
      main.awaitNoRow("participants-table", "ada");
    }
    assertThat(deployment.participants()).isEmpty();
  }

  private MainScreen logIn() {
    console.login().submit(Deployment.USER, Deployment.PASSWORD);
    screen.await("login-confirm");
    screen.click("login-confirm-trust");
    return console.login().loggedIn();
  }
}
