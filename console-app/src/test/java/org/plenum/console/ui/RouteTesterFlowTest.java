package org.plenum.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.rpc.console.RouteObject;
import org.plenum.rpc.console.RouteStep;
import org.plenum.rpc.console.TestRouteReply;
import org.plenum.rpc.console.TestRouteRequest;

/** Asking how a call would be handled. */
class RouteTesterFlowTest extends ConsoleFixture {
  @BeforeEach
  void fill() {
    playScenario();
  }

  private static RouteStep step(RouteStep.Outcome outcome, String text) {
    return RouteStep.newBuilder().setOutcome(outcome).setText(text).build();
  }

  @Test
  @Tag("SVC-169")
  void theDecisionIsExplainedStepByStepAndLeadsToTheRule() {
    rule("Phones", 9, true);
    RouteObject rule =
        RouteObject.newBuilder()
            .setResource("gateway_routing_rule")
            .setId(server.configuration().idOf("gateway_routing_rule", "Phones"))
            .setLabel("Phones")
            .build();
    server
        .routing()
        .answer(
            TestRouteReply.newBuilder()
                .setDecision(TestRouteReply.Decision.RULE)
                .setAlias("555")
                .setObject(rule)
                .addSteps(step(RouteStep.Outcome.NOTE, "no service has the alias '9555'"))
                .addSteps(
                    RouteStep.newBuilder()
                        .setOutcome(RouteStep.Outcome.TAKEN)
                        .setText("rule 'Phones' matches: calls '555'")
                        .setObject(rule))
                .build());
    MainScreen main = logIn().open("route-tester").onPage("Route tester");
    screen.click("tester-test");
    screen.awaitText("tester-problem", "Enter the alias");
    choose("tester-location", "Paris");
    choose("tester-kind", "WEB_APP");
    screen.type("tester-destination", "9555");
    screen.press(KeyCode.ENTER);
    screen.awaitText("tester-decision", "The rule Phones sends the call to 555.");
    assertThat(screen.shows("tester-step-1")).isTrue();
    TestRouteRequest asked = server.routing().questions().getFirst();
    assertThat(asked.getDestination()).isEqualTo("9555");
    assertThat(asked.getProtocol()).isEqualTo(TestRouteRequest.Protocol.WEBRTC);
    assertThat(asked.getWebApp()).isTrue();
    assertThat(asked.getLocationId())
        .isEqualTo(server.configuration().idOf("system_location", "Paris"));
    screen.click("tester-step-1-open");
    main.onPage("Phones");
  }

  private void choose(String id, String part) {
    ComboBox<?> box = (ComboBox<?>) screen.await(id);
    screen.until(
        part + " in #" + id,
        () -> box.getItems().stream().anyMatch(item -> String.valueOf(item).contains(part)));
    Screen.onFx(
        () -> {
          for (int i = 0; i < box.getItems().size(); i++) {
            if (String.valueOf(box.getItems().get(i)).contains(part)) {
              box.getSelectionModel().select(i);
            }
          }
          return null;
        });
  }

  @Test
  @Tag("SVC-107")
  void anEntryInAReceptionNeedsTheReception() {
    server
        .configuration()
        .add("conference", Map.of("name", "Desk", "service_type", "two_stage_dialing"));
    server
        .routing()
        .answer(
            TestRouteReply.newBuilder()
                .setReason("Alias is not allowed in this Virtual Reception")
                .addSteps(step(RouteStep.Outcome.REFUSED, "'1' does not match"))
                .build());
    logIn().open("route-tester").onPage("Route tester");
    assertThat(screen.shows("tester-reception")).isFalse();
    choose("tester-origin", "RECEPTION");
    screen.type("tester-destination", "1");
    screen.click("tester-test");
    screen.awaitText("tester-problem", "Choose the Virtual Reception");
    choose("tester-reception", "Desk");
    screen.click("tester-test");
    screen.awaitText("tester-decision", "rejected");
    assertThat(server.routing().questions().getFirst().getReceptionId()).isPositive();
  }
}
