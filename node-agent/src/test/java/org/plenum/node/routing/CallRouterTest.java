package org.plenum.node.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.media.conference.Layout;
import org.plenum.node.call.CallLimits;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.RejectReason;
import org.plenum.node.conference.ConferenceLog;
import org.plenum.node.conference.ConferenceObserver;
import org.plenum.node.conference.ConferenceSnapshot;
import org.plenum.node.conference.Conferences;
import org.plenum.node.conference.FakeLeg;
import org.plenum.node.conference.FakeMedia;
import org.plenum.node.conference.ParticipantSnapshot;
import org.plenum.node.conference.Role;
import org.plenum.node.conference.ServiceKind;

class CallRouterTest {
  private static final int MOST_CALLS = 3;

  private final TestConfiguration configuration =
      new TestConfiguration().service(1, "meet", "participant_limit", 5L);
  private final Roster roster = new Roster();
  private int calls;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final ConferenceLog log = new ConferenceLog(configuration.identity());
  private final Conferences conferences =
      new Conferences(FakeMedia::new, roster, log, InstantSource.system());
  private final CallSlots slots = new CallSlots(MOST_CALLS);
  private final CallRouter router =
      new CallRouter(configuration, conferences, slots, log, () -> now);

  @AfterEach
  void close() {
    conferences.close();
  }

  @Test
  @Tag("SVX-003")
  @Tag("PLAT-099")
  void callToAnAliasGoesToItsService() {
    FakeLeg leg = call("meet");

    ParticipantSnapshot participant = joined(leg);

    assertThat(participant.service().serviceId()).isEqualTo(1);
    assertThat(participant.service().kind()).isEqualTo(ServiceKind.MEETING_ROOM);
    assertThat(participant.role()).isEqualTo(Role.HOST);
    assertThat(leg.allowed).isEqualTo(CallLimits.NONE);
  }

  @Test
  void unknownAliasIsNotFound() {
    assertThat(call("nobody").rejected).isEqualTo(RejectReason.CONFERENCE_NOT_FOUND);
    assertThat(slots.inUse()).isZero();
  }

  @Test
  @Tag("OPS-060")
  void inMaintenanceModeNoCallIsTaken() {
    joined(call("meet"));

    configuration.node("maintenance_mode", true);

    assertThat(call("meet").rejected).isEqualTo(RejectReason.MAINTENANCE_MODE);
  }

  @Test
  void nodeWithoutConfigurationTakesNoCalls() {
    configuration.withoutNode();

    assertThat(call("meet").rejected).isEqualTo(RejectReason.UNAVAILABLE);
  }

  @Test
  void callsBeyondTheCapacityOfTheNodeAreRefusedUntilOneEnds() {
    FakeLeg first = call("meet");
    joined(first);
    joined(call("meet"));
    joined(call("meet"));

    assertThat(call("meet").rejected).isEqualTo(RejectReason.INSUFFICIENT_CAPACITY);

    hangUp(first);
    await().until(() -> slots.inUse() == MOST_CALLS - 1);
    joined(call("meet"));
  }

  @Test
  @Tag("SVX-279")
  void limitOfTheServiceInForceNowIsApplied() {
    joined(call("meet"));
    configuration.service(1, "meet", "participant_limit", 1L);

    FakeLeg second = call("meet");

    await().until(() -> second.rejected != null);
    assertThat(second.rejected).isEqualTo(RejectReason.PARTICIPANT_LIMIT);
    assertThat(slots.inUse()).isOne();
  }

  @Test
  @Tag("SVC-052")
  void changedServiceIsUsedByTheNextConference() {
    FakeLeg first = call("meet");
    assertThat(joined(first).service().name()).isEqualTo("Service 1");
    configuration.service(1, "meet", "name", "Renamed", "host_view", "one_main_zero_pips");
    assertThat(joined(call("meet")).service().name()).isEqualTo("Service 1");

    conferences.close();
    Conferences later = new Conferences(FakeMedia::new, roster, log, InstantSource.system());
    FakeLeg leg = new FakeLeg("later", "meet");
    new CallRouter(configuration, later, slots, log, () -> now).onIncoming(leg);

    ParticipantSnapshot participant = joined(leg);
    assertThat(participant.service().name()).isEqualTo("Renamed");
    assertThat(participant.service().hostView()).isEqualTo(Layout.ONE_MAIN_ZERO_PIPS);
    later.close();
  }

  @ParameterizedTest
  @CsvSource({"two_stage_dialing", "test_call"})
  void servicesWithPromptsAreUnavailable(String type) {
    configuration.service(2, "other", "service_type", type);

    assertThat(call("other").rejected).isEqualTo(RejectReason.UNAVAILABLE);
  }

  @Test
  @Tag("SVC-130")
  void callThatMatchesARuleIsRefusedAsLongAsRulesCannotPlaceCalls() {
    configuration.rule(1, "out.*");

    assertThat(call("outside").rejected).isEqualTo(RejectReason.UNAVAILABLE);
  }

  @Test
  @Tag("SVX-069")
  void callThatMatchesARuleIsForbiddenIfOutboundCallsAreOff() {
    configuration.rule(1, "out.*").globalSettings("enable_dialout", false);

    assertThat(call("outside").rejected).isEqualTo(RejectReason.FORBIDDEN);
  }

  @Test
  @Tag("SVX-270")
  @Tag("SVX-284")
  void serviceLimitsMediaOfTheCallBeforeTheGlobalSettings() {
    configuration
        .globalSettings("max_callrate_in", 512L, "max_callrate_out", 768L)
        .service(2, "narrow", "call_type", "audio", "max_callrate_in", 128L);

    FakeLeg leg = call("narrow");

    await().until(() -> leg.allowed != null);
    assertThat(leg.allowed)
        .isEqualTo(new CallLimits(false, OptionalInt.of(128), OptionalInt.of(768)));
  }

  @ParameterizedTest
  @CsvSource({
    "hall**1234, HOST",
    "hall**5678, GUEST",
    "hall**1234@192.0.2.10, HOST",
  })
  @Tag("SVX-106")
  @Tag("SVX-114")
  void pinInTheDialStringGivesTheRole(String dialled, Role role) {
    auditorium("1234", "5678");

    FakeLeg leg = call(dialled);

    assertThat(joined(leg).role()).isEqualTo(role);
    assertThat(joined(leg).alias()).doesNotContain("1234", "5678").startsWith("hall");
  }

  @Test
  @Tag("SVX-116")
  void hashThatEndsAPinIsNotDialled() {
    auditorium("1234#", "56789#");

    assertThat(joined(call("hall**56789")).role()).isEqualTo(Role.GUEST);
  }

  @Test
  @Tag("SVX-105")
  void withoutGuestPinEverybodyElseIsAGuestWhoWaits() {
    auditorium("1234", "");

    FakeLeg guest = call("hall");
    assertThat(joined(guest).role()).isEqualTo(Role.GUEST);
    assertThat(joined(guest).waiting()).isTrue();

    joined(call("hall**1234"));
    await().until(() -> !joined(guest).waiting());
  }

  @ParameterizedTest
  @CsvSource({"hall**9999", "hall**", "hall", "hall**12345"})
  @Tag("SVX-104")
  void wrongOrMissingPinIsRefused(String dialled) {
    auditorium("1234", "5678");

    FakeLeg leg = call(dialled);

    assertThat(leg.rejected).isIn(RejectReason.FORBIDDEN, RejectReason.CONFERENCE_NOT_FOUND);
    assertThat(slots.inUse()).isZero();
  }

  @Test
  @Tag("SVX-103")
  void digitsBehindTheAliasOfAServiceWithoutPinDoNoHarm() {
    assertThat(joined(call("meet**1234")).role()).isEqualTo(Role.HOST);
  }

  @Test
  void whoDialsTooManyWrongAliasesIsKeptOutForTenMinutes() {
    configuration.globalSettings("bdpm_max_scan_attempts_per_window", 5L);
    guessAliases(6);

    assertThat(call("meet").rejected).isEqualTo(RejectReason.FORBIDDEN);

    now = now.plus(RecentFailures.WINDOW);
    joined(call("meet"));
  }

  @Test
  void whoDialsWrongAliasesNowAndThenIsNotKeptOut() {
    configuration.globalSettings("bdpm_max_scan_attempts_per_window", 5L);
    guessAliases(5);
    now = now.plus(RecentFailures.WINDOW);
    guessAliases(5);

    joined(call("meet"));
  }

  @Test
  void trustedNetworksMayMakeMistakes() {
    configuration
        .globalSettings(
            "bdpm_max_scan_attempts_per_window", 5L, "bdpm_max_pin_failures_per_window", 5L)
        .trust(1, "192.0.2.0", 24);
    auditorium("1234", "5678");
    guessAliases(10);
    guessPins(10);

    joined(call("meet"));
    joined(call("hall**1234"));
  }

  @Test
  void aServiceWithTooManyWrongPinsIsShutToEverybodyForTenMinutes() {
    configuration.globalSettings("bdpm_max_pin_failures_per_window", 5L);
    auditorium("1234", "5678");
    guessPins(6);

    assertThat(call("hall**1234").rejected).isEqualTo(RejectReason.FORBIDDEN);
    joined(call("meet"));

    now = now.plus(RecentFailures.WINDOW);
    joined(call("hall**1234"));
  }

  @ParameterizedTest
  @CsvSource({"true, GLOBAL, true", "false, GLOBAL, false", "false, ON, true", "true, OFF, false"})
  void theLocationDecidesWhetherItProtectsItself(boolean global, String location, boolean kept) {
    configuration
        .globalSettings(
            "bdpm_scan_quarantine_enabled",
            global,
            "bdpm_pin_checks_enabled",
            global,
            "bdpm_max_scan_attempts_per_window",
            5L,
            "bdpm_max_pin_failures_per_window",
            5L)
        .locationSettings(
            "bdpm_scan_quarantine_enabled", location, "bdpm_pin_checks_enabled", location);
    auditorium("1234", "5678");
    guessPins(6);

    assertThat(call("hall**1234").rejected != null).isEqualTo(kept);

    guessAliases(6);
    assertThat(call("meet").rejected != null).isEqualTo(kept);
  }

  private void guessAliases(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(call("nobody" + i).rejected).isEqualTo(RejectReason.CONFERENCE_NOT_FOUND);
    }
  }

  private void guessPins(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(call("hall**000" + i).rejected).isEqualTo(RejectReason.FORBIDDEN);
    }
  }

  private void auditorium(String hostPin, String guestPin) {
    configuration.service(
        2,
        "hall",
        "service_type",
        "lecture",
        "pin",
        hostPin,
        "allow_guests",
        true,
        "guest_pin",
        guestPin);
  }

  private FakeLeg call(String dialled) {
    FakeLeg leg = new FakeLeg("caller" + calls++, dialled);
    router.onIncoming(leg);
    return leg;
  }

  /** Agrees on media once the call was answered; what status shows of it. */
  private ParticipantSnapshot joined(FakeLeg leg) {
    if (!roster.byCall.containsKey(leg.id())) {
      await().atMost(Duration.ofSeconds(5)).until(() -> leg.calls.equals(List.of("answer")));
      leg.openMedia(FakeLeg.AUDIO);
      leg.listener.onEstablished(FakeLeg.AUDIO);
      await().until(() -> roster.byCall.containsKey(leg.id()));
    }
    return roster.byCall.get(leg.id());
  }

  private static void hangUp(FakeLeg leg) {
    leg.closeMedia();
    leg.listener.onEnded(DisconnectReason.REMOTE_DISCONNECT, "");
  }

  /** Participants by their calls. */
  private static final class Roster implements ConferenceObserver {
    final ConcurrentHashMap<UUID, ParticipantSnapshot> byCall = new ConcurrentHashMap<>();

    @Override
    public void conferenceChanged(ConferenceSnapshot conference) {}

    @Override
    public void participantChanged(ParticipantSnapshot participant) {
      byCall.put(participant.call().id(), participant);
    }

    @Override
    public void participantLeft(
        ParticipantSnapshot last, DisconnectReason reason, String detail, Instant time) {}

    @Override
    public void conferenceEnded(ConferenceSnapshot last, Instant time) {}
  }
}
