package org.plenum.console.ui;

import java.nio.file.Path;
import java.util.Map;
import org.plenum.console.fake.FakeManagement;
import org.plenum.console.fake.FakeSessions;
import org.plenum.console.fake.Scenario;
import org.plenum.model.resource.PlenumResources;

/** A console in front of a server in memory that has the platform of {@link Scenario}. */
final class ConsoleFixture implements AutoCloseable {
  static final Path PICTURES = Path.of("target", "screenshots");

  final FakeManagement server;
  final Screen screen;
  private final RunningConsole console;

  ConsoleFixture(Path profile) throws Exception {
    server = new FakeManagement(PlenumResources.catalog());
    new Scenario(server).play();
    console = RunningConsole.open(profile, server.address(), PICTURES);
    screen = console.screen();
  }

  MainScreen logIn() {
    return console
        .login()
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

  @Override
  public void close() throws Exception {
    console.close();
    server.close();
  }
}
