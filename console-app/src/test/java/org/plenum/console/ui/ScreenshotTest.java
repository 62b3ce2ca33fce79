package org.plenum.console.ui;

import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.console.fake.FakeSessions;
import org.plenum.model.access.Permission;
import org.plenum.rpc.console.RouteObject;
import org.plenum.rpc.console.RouteStep;
import org.plenum.rpc.console.TestRouteReply;

/** Pictures of every screen, light and dark, for people to look at. */
class ScreenshotTest extends ConsoleFixture {
  private static final TestRouteReply ROUTED =
      TestRouteReply.newBuilder()
          .setDecision(TestRouteReply.Decision.RULE)
          .setAlias("555")
          .setObject(rule(2))
          .addSteps(step(RouteStep.Outcome.NOTE, "no service has the alias '2555@example.com'"))
          .addSteps(
              step(RouteStep.Outcome.SKIPPED, "rule 'Rule 1' is skipped: it does not match")
                  .setObject(rule(1)))
          .addSteps(
              step(RouteStep.Outcome.TAKEN, "rule 'Rule 2' matches: calls '555'")
                  .setObject(rule(2)))
          .build();

  private static RouteStep.Builder step(RouteStep.Outcome outcome, String text) {
    return RouteStep.newBuilder().setOutcome(outcome).setText(text);
  }

  private static RouteObject rule(int number) {
    return RouteObject.newBuilder()
        .setResource("gateway_routing_rule")
        .setId(number)
        .setLabel("Rule " + number)
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyScreenIsShown(String theme) throws Exception {
    screen.picture(theme + "-login");
    login().submit(FakeSessions.USER, "wrong");
    screen.await("login-confirm");
    screen.picture(theme + "-login-fingerprint");
    login().trust(server.fingerprint().value()).refused("wrong");
    screen.picture(theme + "-login-wrong-password");
    login().submit(FakeSessions.USER, FakeSessions.PASSWORD);
    screen.click("login-confirm-trust");
    MainScreen main = login().loggedIn();
    if (theme.equals("dark")) {
      screen.click("header-theme");
    }
    main.onPage("Live View");
    screen.picture(theme + "-live-view-empty");
    main.open("virtual-meeting-rooms").onPage("Virtual Meeting Rooms");
    screen.await("list-empty-add");
    screen.picture(theme + "-list-empty");

    playScenario();
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

    everyEditorIsShown(main, theme);
    versionsAreShown(main, theme);
    adviceIsShown(main, theme);

    server.stopGrpc();
    screen.await("banner");
    main.open("live-view").onPage("Live View");
    screen.picture(theme + "-reconnecting");
  }

  private void adviceIsShown(MainScreen main, String theme) {
    Object location = server.configuration().all("worker_vm").getFirst().get("system_location");
    server
        .configuration()
        .add(
            "worker_vm",
            Map.of(
                "name", "oslo-edge",
                "node_type", "PROXYING",
                "hostname", "oslo-edge",
                "domain", "example.com",
                "address", "192.0.2.99",
                "netmask", "255.255.255.0",
                "gateway", "192.0.2.1",
                "static_nat_address", "198.51.100.99",
                "system_location", location));
    main.open("worker-vm").openRow("list-table", "oslo-1").onPage("oslo-1");
    main.fill("alternative_fqdn", "sip.oslo-1.example.com").save();
    screen.await("form-advice-2");
    screen.picture(theme + "-form-advice");
    for (String name : List.of("Customer service ".repeat(12), "customer".repeat(28))) {
      server
          .configuration()
          .add(
              "conference",
              Map.of("name", name.strip(), "service_type", "conference", "tag", "customer-7"));
    }
    main.open("virtual-meeting-rooms").openRow("list-table", "Board room").onPage("Board room");
    main.fill("tag", "customer-7");
    screen.press(KeyCode.CONTROL, KeyCode.S);
    screen.await("form-advice-0");
    screen.picture(theme + "-form-advice-long");
  }

  private void versionsAreShown(MainScreen main, String theme) {
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
  }

  private void everyEditorIsShown(MainScreen main, String theme) {
    server.configuration().add("global", Map.of());
    for (int i = 1; i <= 5; i++) {
      server
          .configuration()
          .add(
              "gateway_routing_rule",
              Map.of(
                  "name",
                  "Rule " + i,
                  "priority",
                  i * 10L,
                  "enable",
                  i != 3,
                  "match_string",
                  i + "(\\d+)@example\\.com",
                  "replace_string",
                  "\\1"));
    }
    main.open("gateway-routing-rule").select("list-table", "Rule 2");
    screen.picture(theme + "-rules");
    main.openRow("list-table", "Rule 2").onPage("Rule 2");
    screen.click("field-match_string-try");
    screen.type("field-match_string-sample", "2555@example.com");
    screen.awaitText("field-match_string-groups", "555");
    screen.picture(theme + "-form-regex");
    screen.press(KeyCode.ESCAPE);
    main.open("global").onPage("Global settings");
    screen.picture(theme + "-form-global");
    main.reveal("field-disabled_codecs");
    screen.picture(theme + "-form-codecs");
    main.open("ntp-server").openRow("list-table", "ntp.example.com");
    screen.await("field-key");
    screen.picture(theme + "-form-secret");
    main.open("ca-certificate").add();
    screen.type("field-certificate", "not PEM");
    screen.picture(theme + "-form-pem");
    screen.press(KeyCode.ESCAPE);
    main.confirm();
    main.open("system-location").add();
    screen.click("field-dns_servers-new");
    main.onPage("New DNS server");
    screen.picture(theme + "-form-in-place");
    screen.press(KeyCode.ESCAPE);
    main.onPage("New location");
    screen.picture(theme + "-form-new-location");
    screen.press(KeyCode.ESCAPE);
    for (Permission permission : Permission.values()) {
      server
          .configuration()
          .add("permission", Map.of("name", permission.label(), "codename", permission.codename()));
    }
    for (String page :
        List.of(
            "virtual-auditoriums",
            "virtual-receptions",
            "test-call-services",
            "ivr-theme",
            "gateway-routing-rule",
            "conference-sync-template",
            "role",
            "worker-vm")) {
      main.open(page).add();
      screen.await("form");
      screen.picture(theme + "-new-" + page);
      screen.click("form-cancel");
    }
    server.configuration().add("authentication", Map.of());
    main.open("authentication").onPage("User authentication");
    screen.await("form");
    screen.picture(theme + "-form-authentication");
    main.open("route-tester").onPage("Route tester");
    screen.picture(theme + "-tester-empty");
    server.routing().answer(ROUTED);
    screen.type("tester-destination", "2555@example.com");
    screen.click("tester-test");
    screen.await("tester-decision");
    screen.picture(theme + "-tester");
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
