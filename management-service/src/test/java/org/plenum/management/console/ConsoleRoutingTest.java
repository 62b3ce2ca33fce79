package org.plenum.management.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.console.ConsoleFixture.Console;
import org.plenum.rpc.console.ChangeSetRequest;
import org.plenum.rpc.console.ConsoleRoutingGrpc;
import org.plenum.rpc.console.ConsoleRoutingGrpc.ConsoleRoutingBlockingStub;
import org.plenum.rpc.console.Operation;
import org.plenum.rpc.console.RouteStep;
import org.plenum.rpc.console.TestRouteReply;
import org.plenum.rpc.console.TestRouteRequest;

class ConsoleRoutingTest {
  @TempDir Path folder;
  private ConsoleFixture fixture;
  private ConsoleRoutingBlockingStub routing;

  @BeforeEach
  void start() {
    fixture = new ConsoleFixture(folder);
    Console console = fixture.console();
    create(
        console,
        "conference",
        "{\"name\":\"Alice\",\"aliases\":[{\"alias\":\"meet.alice@example.com\"}]}");
    create(
        console,
        "conference",
        "{\"name\":\"Desk\",\"service_type\":\"two_stage_dialing\",\"match_string\":\"(\\\\d{4})\","
            + "\"replace_string\":\"9\\\\1\"}");
    create(
        console,
        "gateway_routing_rule",
        "{\"name\":\"Phones\",\"priority\":3,\"match_string\":\"9(.*)\",\"replace_string\":\"\\\\1\"}");
    String token = console.login("bob", ConsoleFixture.PASSWORD).getToken();
    routing =
        ConsoleRoutingGrpc.newBlockingStub(console.channel())
            .withDeadlineAfter(ConsoleFixture.DEADLINE)
            .withInterceptors(ConsoleFixture.bearer(token));
  }

  @AfterEach
  void stop() throws InterruptedException {
    fixture.close();
  }

  private static void create(Console console, String resource, String json) {
    assertThat(
            console
                .as("alice")
                .apply(
                    ChangeSetRequest.newBuilder()
                        .addOperations(
                            Operation.newBuilder()
                                .setKind(Operation.Kind.CREATE)
                                .setResource(resource)
                                .setJson(json))
                        .build())
                .getErrorsList())
        .isEmpty();
  }

  private TestRouteReply ask(String destination) {
    return routing.testRoute(TestRouteRequest.newBuilder().setDestination(destination).build());
  }

  @Test
  @Tag("SVC-169")
  void whoeverMayReadLearnsWhichServiceOrRuleTakesACallAndWhy() {
    TestRouteReply service = ask("sip:Meet.Alice@example.com");
    assertThat(service.getDecision()).isEqualTo(TestRouteReply.Decision.SERVICE);
    assertThat(service.getObject().getLabel()).isEqualTo("Alice");
    assertThat(service.getObject().getServiceType()).isEqualTo("conference");

    TestRouteReply rule = ask("9555");
    assertThat(rule.getDecision()).isEqualTo(TestRouteReply.Decision.RULE);
    assertThat(rule.getAlias()).isEqualTo("555");
    RouteStep last = rule.getSteps(rule.getStepsCount() - 1);
    assertThat(last.getOutcome()).isEqualTo(RouteStep.Outcome.TAKEN);
    assertThat(last.getObject().getResource()).isEqualTo("gateway_routing_rule");

    TestRouteReply nobody = ask("nobody");
    assertThat(nobody.getDecision()).isEqualTo(TestRouteReply.Decision.REJECTED);
    assertThat(nobody.getReason()).contains("no service");
    assertThat(nobody.getStepsList())
        .extracting(RouteStep::getOutcome)
        .contains(RouteStep.Outcome.SKIPPED, RouteStep.Outcome.REFUSED);
  }

  @Test
  @Tag("SVC-107")
  void anEntryInAReceptionIsChangedFirst() {
    long reception =
        fixture
            .store
            .store()
            .read(
                reader ->
                    reader
                        .unique(reader.catalog().find("conference").orElseThrow(), "name", "Desk")
                        .orElseThrow()
                        .id());
    TestRouteReply reply =
        routing.testRoute(
            TestRouteRequest.newBuilder().setDestination("1234").setReceptionId(reception).build());
    assertThat(reply.getAlias()).isEqualTo("1234");
    assertThat(reply.getSteps(0).getText()).contains("91234");
  }

  @Test
  void whatDoesNotExistIsNamed() {
    assertThatThrownBy(
            () -> routing.testRoute(TestRouteRequest.newBuilder().setLocationId(99).build()))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("location_id");
    assertThatThrownBy(() -> ask("x".repeat(513))).hasMessageContaining("destination");
  }
}
