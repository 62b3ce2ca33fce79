package org.plenum.model.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.model.Sample;
import org.plenum.model.config.ConfigurationSnapshot;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.ConferenceAlias;
import org.plenum.model.resource.GatewayRoutingRule;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.resource.SystemLocation;
import org.plenum.model.routing.CallRequest.Direction;
import org.plenum.model.routing.RoutingDecision.ByRule;
import org.plenum.model.routing.RoutingDecision.Reason;
import org.plenum.model.routing.RoutingDecision.Rejected;
import org.plenum.model.routing.RoutingDecision.ToService;

class RouterTest {
  private static final Ref<SystemLocation> OSLO = new Ref<>(1);
  private static final Ref<SystemLocation> PARIS = new Ref<>(2);

  private RoutingTable table =
      RoutingTable.of(ConfigurationSnapshot.empty(PlenumResources.catalog()))
          .with(1, Sample.of(Conference.class, "name", "Alice"))
          .with(1, Sample.of(ConferenceAlias.class, "alias", "meet.alice.jones@example.com"))
          .with(2, Sample.of(ConferenceAlias.class, "alias", "meet"));

  private void addRule(long id, Object... fields) {
    Object[] all = new Object[fields.length + 4];
    all[0] = "name";
    all[1] = "Rule " + id;
    all[2] = "priority";
    all[3] = id;
    System.arraycopy(fields, 0, all, 4, fields.length);
    table = table.with(id, Sample.of(GatewayRoutingRule.class, all));
  }

  private static CallRequest sip(String destination) {
    return CallRequest.incoming(destination, CallProtocol.SIP, OSLO);
  }

  private static CallRequest incoming(
      String destination, CallProtocol protocol, boolean registered, boolean webApp) {
    return new CallRequest(
        destination, Direction.INCOMING, protocol, Optional.of(OSLO), registered, webApp);
  }

  private static CallRequest outgoing(String destination) {
    return new CallRequest(
        destination, Direction.OUTGOING, CallProtocol.SIP, Optional.of(OSLO), false, false);
  }

  private void assertRule(CallRequest call, long id, String alias) {
    RoutingDecision decision = Router.route(table, call).decision();
    assertThat(decision).isInstanceOf(ByRule.class);
    assertThat(((ByRule) decision).rule().id()).isEqualTo(id);
    assertThat(((ByRule) decision).alias()).isEqualTo(alias);
  }

  private void assertService(CallRequest call, long id, String extension) {
    RoutingDecision decision = Router.route(table, call).decision();
    assertThat(decision).isInstanceOf(ToService.class);
    assertThat(((ToService) decision).service().id()).isEqualTo(id);
    assertThat(((ToService) decision).extension().orElse("")).isEqualTo(extension);
  }

  private void assertRejected(CallRequest call, Reason reason) {
    assertThat(Router.route(table, call).decision()).isEqualTo(new Rejected(reason));
  }

  @ParameterizedTest
  @EnumSource(CallProtocol.class)
  @Tag("SVC-189")
  @Tag("SVC-200")
  void anAliasLeadsToItsServiceInEveryProtocol(CallProtocol protocol) {
    assertService(incoming("Meet@192.0.2.1", protocol, false, false), 1, "");
  }

  @Test
  @Tag("PLAT-100")
  @Tag("SVC-121")
  void aServiceBeatsEveryRule() {
    addRule(1, "match_string", ".*");
    assertService(sip("sip:meet@192.0.2.1"), 1, "");
    assertRule(sip("other"), 1, "other");
  }

  @Test
  @Tag("PLAT-099")
  void withoutServiceAndRuleTheCallIsRejected() {
    assertRejected(sip("nobody"), Reason.NO_MATCH);
    addRule(1, "match_string", "somebody");
    assertRejected(sip("nobody"), Reason.NO_MATCH);
  }

  @Test
  @Tag("SVC-170")
  void clientsToSip() {
    addRule(
        1,
        "match_string",
        ".+@example.com",
        "match_incoming_sip",
        false,
        "match_incoming_mssip",
        false,
        "match_incoming_h323",
        false);
    CallRequest client = incoming("alice.jones@example.com", CallProtocol.WEBRTC, false, true);
    assertRule(client, 1, "alice.jones@example.com");
    assertService(
        incoming("meet.alice.jones@example.com", CallProtocol.WEBRTC, false, true), 1, "");
    assertRejected(sip("alice.jones@example.com"), Reason.NO_MATCH);
    assertRejected(outgoing("alice.jones@example.com"), Reason.NO_MATCH);
  }

  @Test
  @Tag("SVC-130")
  void theFirstMatchInOrderOfPriorityDecides() {
    addRule(20, "match_string", "9.*", "replace_string", "twenty");
    addRule(3, "match_string", "9(.*)", "replace_string", "\\1");
    addRule(1, "match_string", "8.*");
    assertRule(sip("9123"), 3, "123");
  }

  @Test
  @Tag("SVC-131")
  @Tag("SVC-168")
  void aDisabledRuleIsSkipped() {
    addRule(1, "match_string", ".*", "enable", false);
    assertRejected(sip("x"), Reason.NO_MATCH);
  }

  @Test
  @Tag("SVC-168")
  @Tag("SVC-129")
  void directionsAreTakenApart() {
    addRule(1, "match_incoming_calls", true, "match_outgoing_calls", false);
    assertRule(sip("x"), 1, "x");
    assertRejected(outgoing("x"), Reason.NO_MATCH);
    addRule(2, "match_incoming_calls", false, "match_outgoing_calls", true);
    assertRule(outgoing("x"), 2, "x");
  }

  @Test
  @Tag("SVX-067")
  void anOutgoingCallIsRoutedByRulesAlone() {
    addRule(1, "match_outgoing_calls", true);
    assertRule(outgoing("meet"), 1, "meet");
  }

  @Test
  @Tag("SVC-138")
  @Tag("SVC-168")
  void aRuleCanBeBoundToALocation() {
    addRule(1, "match_source_location", PARIS.id());
    assertRejected(sip("x"), Reason.NO_MATCH);
    assertRule(CallRequest.incoming("x", CallProtocol.SIP, PARIS), 1, "x");
  }

  @ParameterizedTest
  @Tag("SVC-168")
  @CsvSource({
    "SIP, match_incoming_sip",
    "H323, match_incoming_h323",
    "MSSIP, match_incoming_mssip",
    "WEBRTC, match_incoming_webrtc",
    "RTMP, match_incoming_webrtc"
  })
  void aRuleCanBeClosedToAProtocol(CallProtocol protocol, String field) {
    addRule(1);
    assertRule(incoming("x", protocol, false, false), 1, "x");
    addRule(1, field, false);
    assertRejected(incoming("x", protocol, false, false), Reason.NO_MATCH);
  }

  @Test
  @Tag("SVC-168")
  void protocolAndRegistrationDoNotCountForOutgoingCalls() {
    addRule(
        1,
        "match_outgoing_calls",
        true,
        "match_incoming_sip",
        false,
        "match_incoming_only_if_registered",
        true);
    assertRule(outgoing("x"), 1, "x");
  }

  @Test
  @Tag("SVC-139")
  @Tag("SVC-142")
  @Tag("PLAT-101")
  @Tag("SVC-168")
  void aRuleCanBeLimitedToRegisteredDevices() {
    addRule(1, "match_incoming_only_if_registered", true);
    assertRule(incoming("x", CallProtocol.SIP, true, false), 1, "x");
    assertRule(incoming("x", CallProtocol.WEBRTC, true, false), 1, "x");
    assertRejected(incoming("x", CallProtocol.SIP, false, false), Reason.NO_MATCH);
    assertRejected(incoming("x", CallProtocol.WEBRTC, true, true), Reason.NO_MATCH);
    assertRejected(incoming("x", CallProtocol.MSSIP, true, false), Reason.NO_MATCH);
  }

  @Test
  @Tag("SVC-144")
  @Tag("SVC-201")
  void aRuleMatchesTheParsedAliasOrTheFullOne() {
    addRule(1, "match_string", "alice@example.com");
    CallRequest call = sip("sip:alice@example.com;transport=tls");
    assertRule(call, 1, "alice@example.com");
    addRule(1, "match_string", "alice@example.com", "match_string_full", true);
    assertRejected(call, Reason.NO_MATCH);
    addRule(1, "match_string", "sip:alice@example.com.*", "match_string_full", true);
    assertRule(call, 1, "sip:alice@example.com;transport=tls");
  }

  @Test
  @Tag("SVX-069")
  @Tag("SYS-116")
  void withoutOutboundCallsRulesPlaceNone() {
    addRule(1);
    table = table.with(1, Sample.of(Global.class, "enable_dialout", false));
    assertRejected(sip("x"), Reason.OUTBOUND_CALLS_DISABLED);
    assertService(sip("meet"), 1, "");
  }

  @ParameterizedTest
  @Tag("SVX-114")
  @Tag("SVX-115")
  @CsvSource({
    "SIP, meet**1234, 1234",
    "MSSIP, meet.alice.jones**1234@example.com, 1234",
    "H323, meet**1234@192.0.2.1, 1234",
    "H323, meet#1234, 1234",
    "SIP, sip:meet**1234@192.0.2.1:5060;transport=udp, 1234"
  })
  void aPinCanBeDialledBehindTheAlias(CallProtocol protocol, String dialled, String pin) {
    CallRequest call = incoming(dialled, protocol, false, false);
    assertService(call, 1, pin);
    assertThat(Router.route(table, call).trace()).noneMatch(step -> step.text().contains(pin));
  }

  @ParameterizedTest
  @CsvSource({"WEBRTC, meet**1234", "SIP, meet#1234", "SIP, meet**", "SIP, **1234"})
  void otherFormsAreNoExtension(CallProtocol protocol, String dialled) {
    assertRejected(incoming(dialled, protocol, false, false), Reason.NO_MATCH);
  }

  @Test
  void aRuleThatMakesAnEmptyAliasRejectsTheCall() {
    addRule(1, "match_string", "x(y?)", "replace_string", "\\1");
    assertRejected(sip("x"), Reason.INVALID_DESTINATION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "sip:"})
  void anEmptyDestinationIsInvalid(String destination) {
    assertRejected(sip(destination), Reason.INVALID_DESTINATION);
  }

  @Test
  void aDestinationLongerThanAnyAliasIsInvalid() {
    assertRejected(sip("x".repeat(513)), Reason.INVALID_DESTINATION);
  }

  @Test
  void anExpensiveExpressionDoesNotHoldUpTheCall() {
    addRule(1, "match_string", "(.*)(.*)(.*)(.*)(.*)b");
    addRule(2, "match_string", ".*");
    assertRule(sip("a".repeat(90)), 2, "a".repeat(90));
    assertThat(Router.route(table, sip("a".repeat(90))).trace())
        .anyMatch(step -> step.text().contains("too many steps"));
  }

  @Test
  @Tag("SVC-169")
  void theTraceTellsWhy() {
    addRule(1, "match_string", "9.*");
    addRule(2, "match_incoming_sip", false);
    addRule(3, "match_string", "b(.*)", "replace_string", "\\1");
    Routing routing = Router.route(table, sip("sip:Bob@192.0.2.1"));
    assertThat(routing.trace())
        .extracting(TraceStep::text)
        .containsExactly(
            "'sip:Bob@192.0.2.1' is compared as 'bob'",
            "scheme 'sip:' ignored",
            "appended IP address ignored",
            "no service has the alias 'bob'",
            "rule 'Rule 1' is skipped: 'Bob' does not match '9.*'",
            "rule 'Rule 2' is skipped: it is not for calls in this protocol",
            "rule 'Rule 3' matches: calls 'ob'");
    TraceStep last = routing.trace().getLast();
    assertThat(last.outcome()).isEqualTo(TraceStep.Outcome.TAKEN);
    assertThat(last.object().orElseThrow().id()).isEqualTo(3);
  }

  @Test
  @Tag("SVC-169")
  void aConfigurationThatIsNotInMemoryRoutesAlike() {
    String decomposed = "caf\u0065\u0301";
    ConfigurationSnapshot stored =
        ConfigurationSnapshot.empty(PlenumResources.catalog())
            .with(1, Sample.of(Conference.class, "name", "Alice"))
            .with(1, Sample.of(ConferenceAlias.class, "alias", "Meet"))
            .with(2, Sample.of(ConferenceAlias.class, "alias", decomposed))
            .with(7, Sample.of(GatewayRoutingRule.class, "priority", 7L, "match_string", "9.*"))
            .with(8, Sample.of(GatewayRoutingRule.class, "priority", 2L, "match_string", "8.*"));
    for (String dialled : new String[] {"sip:MEET@192.0.2.1", "caf\u00e9", "91", "81", "x"}) {
      assertThat(Router.route(new StoredRouting(stored), sip(dialled)))
          .as(dialled)
          .isEqualTo(Router.route(RoutingTable.of(stored), sip(dialled)));
    }
    assertThat(Router.route(new StoredRouting(stored), sip("caf\u00e9")).decision())
        .isInstanceOf(ToService.class);
  }

  @Test
  @Tag("SVC-107")
  @Tag("SVC-108")
  void aReceptionChecksAndChangesWhatWasEntered() {
    Stored<Conference> reception =
        Sample.stored(
            Conference.class,
            9,
            "service_type",
            "two_stage_dialing",
            "match_string",
            "(\\d{4})",
            "replace_string",
            "88\\1");
    table = table.with(5, Sample.of(ConferenceAlias.class, "alias", "881234"));
    addRule(1, "match_string", ".*");
    assertThat(Router.routeFromReception(table, reception, sip("1234")).decision())
        .isInstanceOf(ToService.class);
    assertThat(Router.routeFromReception(table, reception, sip("5678")).decision())
        .isInstanceOf(ByRule.class);
    assertThat(Router.routeFromReception(table, reception, sip("12345")).decision())
        .isEqualTo(new Rejected(Reason.NOT_ALLOWED_IN_RECEPTION));
  }

  @Test
  void aReceptionWithoutExpressionAllowsEverything() {
    Stored<Conference> reception =
        Sample.stored(Conference.class, 9, "service_type", "two_stage_dialing");
    assertThat(Router.routeFromReception(table, reception, sip("meet")).decision())
        .isInstanceOf(ToService.class);
  }

  @Test
  void changesOfTheConfigurationMakeNewTables() {
    RoutingTable before = table;
    addRule(1);
    RoutingTable after =
        table
            .without(ConferenceAlias.class, 2)
            .without(GatewayRoutingRule.class, 1)
            .with(1, Sample.of(SystemLocation.class));
    assertThat(Router.route(after, sip("meet")).decision())
        .isEqualTo(new Rejected(Reason.NO_MATCH));
    assertThat(Router.route(before, sip("meet")).decision()).isInstanceOf(ToService.class);
    assertThat(Router.route(before.without(Conference.class, 1), sip("meet")).decision())
        .isInstanceOf(Rejected.class);
  }
}
