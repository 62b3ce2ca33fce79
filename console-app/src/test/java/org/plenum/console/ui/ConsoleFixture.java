package org.plenum.console.ui;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.console.fake.FakeManagement;
import org.plenum.console.fake.FakeSessions;
import org.plenum.console.fake.Scenario;
import org.plenum.model.resource.PlenumResources;

/** A console in front of a server in memory, for each test anew. */
abstract class ConsoleFixture {
  private static final Path PICTURES = Path.of("target", "screenshots");

  @TempDir Path profile;
  FakeManagement server;
  Screen screen;
  private RunningConsole console;

  @BeforeEach
  void start() throws Exception {
    server = new FakeManagement(PlenumResources.catalog());
    open();
  }

  private void open() throws Exception {
    console = RunningConsole.open(profile, server.address(), PICTURES);
    screen = console.screen();
  }

  /** Closes the console and starts it again as it was left. */
  void restart() throws Exception {
    console.close();
    open();
  }

  @AfterEach
  void stop() throws Exception {
    console.close();
    server.close();
  }

  /** The server gets locations, nodes, services and calls. */
  void playScenario() {
    new Scenario(server).play();
  }

  LoginScreen login() {
    return console.login();
  }

  MainScreen main() {
    return console.main();
  }

  MainScreen logIn() {
    return login()
        .submit(FakeSessions.USER, FakeSessions.PASSWORD)
        .trust(server.fingerprint().value())
        .loggedIn();
  }

  /** Adds a call routing rule. */
  void rule(String name, long priority, boolean enabled) {
    server
        .configuration()
        .add(
            "gateway_routing_rule",
            Map.of(
                "name", name,
                "priority", priority,
                "enable", enabled,
                "match_string", priority + "(\\d+)@example\\.com",
                "replace_string", "\\1"));
  }
}
