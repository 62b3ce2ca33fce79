package org.plenum.node.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.node.conference.ConferenceScript.auditorium;
import static org.plenum.node.conference.ConferenceScript.meetingRoom;
import static org.plenum.node.conference.ConferenceScript.openMeetingRoom;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.media.EndpointStats;
import org.plenum.media.conference.Layout;
import org.plenum.media.conference.View;
import org.plenum.node.call.CallLimits;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.RejectReason;

class ConferenceTest {
  private final ConferenceScript script = new ConferenceScript(openMeetingRoom());

  @Nested
  class JoiningAndLeaving {

    @Test
    @Tag("SVX-103")
    void callIsAnsweredMixedAndReported() {
      FakeLeg leg = script.call("ann", Role.HOST);
      assertThat(leg.calls).containsExactly("answer");
      assertThat(script.status.conference).isNull();

      script.establish("ann", FakeLeg.AUDIO);

      assertThat(script.stage().endpoints).containsExactly("ann");
      assertThat(script.stage().muted).isEmpty();
      assertThat(script.status.conference).isNotNull();
      assertThat(script.status.conference.started()).isTrue();
      assertThat(script.statusOf("ann").role()).isEqualTo(Role.HOST);
      assertThat(script.statusOf("ann").waiting()).isFalse();
    }

    @Test
    @Tag("PLAT-029")
    @Tag("DIAG-096")
    void conferenceEndsWithItsLastParticipant() {
      script.hosts("ann", "bob");

      script.leave("ann");
      assertThat(script.ended).isZero();
      script.leave("bob");

      assertThat(script.ended).isOne();
      assertThat(script.status.conferencesEnded).isOne();
      assertThat(script.stage().closings).isOne();
      assertThat(script.time.running()).isZero();
      assertThat(script.conference.join(request("cid"))).isFalse();
    }

    @Test
    void callThatEndsBeforeMediaIsAgreedLeavesNothing() {
      script.call("ann", Role.HOST);

      script.leave("ann");

      assertThat(script.ended).isOne();
      assertThat(script.gone).isOne();
      assertThat(script.media).isEmpty();
      assertThat(script.status.conferencesEnded).isZero();
    }

    @Test
    void callWhoseMediaIsGoneWhenItIsReportedEstablishedLeavesNothing() {
      script.call("ann", Role.HOST);

      script.conference.established(script.ids.get("ann"), FakeLeg.VIDEO);
      script.leave("ann");

      assertThat(script.ended).isOne();
      assertThat(script.media).isEmpty();
    }

    @Test
    void secondEndOfACallIsIgnored() {
      script.hosts("ann", "bob");

      script.leave("ann");
      script.leave("ann");

      assertThat(script.gone).isOne();
      assertThat(script.status.left).containsExactly("ann: REMOTE_DISCONNECT");
    }

    @Test
    void eventsOfUnknownParticipantsAreIgnored() {
      script.hosts("ann");
      UUID stranger = UUID.randomUUID();

      script.conference.established(stranger, FakeLeg.VIDEO);
      script.conference.mediaChanged(stranger, FakeLeg.VIDEO);
      script.conference.dtmf(stranger, '#');
      script.conference.ended(stranger, DisconnectReason.REMOTE_DISCONNECT, "");
      script.conference.dominantSpeaker("stranger");
      script.conference.videoPresence("stranger", true);

      assertThat(script.stage().endpoints).containsExactly("ann");
    }

    @Test
    @Tag("SVX-308")
    void whoIsDisconnectedHasLeftAtOnce() {
      script.hosts("ann", "bob");

      CommandOutcome outcome = script.conference.disconnect(script.ids.get("ann"));

      assertThat(outcome.success()).isTrue();
      assertThat(script.legs.get("ann").disconnected).isEqualTo(DisconnectReason.ADMINISTRATOR);
      assertThat(script.stage().endpoints).containsExactly("bob");
      assertThat(script.viewOf("bob").shown()).isEmpty();

      script.leave("ann");
      assertThat(script.status.left).containsExactly("ann: ADMINISTRATOR");
      assertThat(script.gone).isOne();
    }

    @Test
    @Tag("SVX-309")
    void allAreDisconnectedAlsoWhoIsStillConnecting() {
      script.hosts("ann", "bob");
      script.call("cid", Role.HOST);

      script.conference.finish(DisconnectReason.ADMINISTRATOR);

      assertThat(script.legs.values())
          .allMatch(leg -> leg.disconnected == DisconnectReason.ADMINISTRATOR);
      assertThat(script.ended).isOne();
      assertThat(script.gone).isEqualTo(3);
    }

    @Test
    void commandsOnStrangersFail() {
      script.hosts("ann");
      UUID stranger = UUID.randomUUID();

      assertThat(script.conference.disconnect(stranger).success()).isFalse();
      assertThat(script.conference.mute(stranger, true).success()).isFalse();
      assertThat(script.conference.admit(script.ids.get("ann")).success()).isFalse();
    }
  }

  @Nested
  class HoldAndVideo {

    @Test
    void whoIsOnHoldIsNeitherHeardNorShown() {
      script.hosts("ann", "bob");

      script.conference.mediaChanged(script.ids.get("ann"), FakeLeg.HELD);

      assertThat(script.stage().muted).containsExactly("ann");
      assertThat(script.viewOf("bob").shown()).isEmpty();
      assertThat(script.statusOf("ann").onHold()).isTrue();
      assertThat(script.statusOf("ann").muted()).isFalse();

      script.conference.mediaChanged(script.ids.get("ann"), FakeLeg.VIDEO);
      assertThat(script.stage().muted).isEmpty();
      assertThat(script.viewOf("bob").shown()).containsExactly("ann");
    }

    @Test
    void videoMayBeAddedAndRemoved() {
      script.hosts("ann");
      script.joinAudio("bob", Role.HOST);
      assertThat(script.viewOf("ann").audioOnly()).isOne();

      script.conference.mediaChanged(script.ids.get("bob"), FakeLeg.VIDEO);
      script.conference.videoPresence("bob", true);
      assertThat(script.viewOf("ann").shown()).containsExactly("bob");
      assertThat(script.viewOf("bob").shown()).containsExactly("ann");

      script.conference.mediaChanged(script.ids.get("bob"), FakeLeg.AUDIO);
      assertThat(script.viewOf("ann"))
          .isEqualTo(new View(Layout.ONE_MAIN_SEVEN_PIPS, List.of(), 0, 1));
    }

    @Test
    void pictureThatStopsIsNotShown() {
      script.hosts("ann", "bob");

      script.conference.videoPresence("ann", false);

      assertThat(script.viewOf("bob").shown()).isEmpty();
      assertThat(script.statusOf("ann").video()).isFalse();
    }

    @Test
    void countersAreCollectedEveryFewSeconds() {
      script.hosts("ann");
      EndpointStats stats =
          new EndpointStats(
              List.of(
                  new EndpointStats.Stream(
                      "audio", "PCMU", "PCMU", 64, 64, 1, 2, 0, 0, 1.5, "", "", 0, 0, 20, false)));
      script.legs.get("ann").endpoint.stats = stats;

      script.time.advance(Duration.ofSeconds(5));

      assertThat(script.statusOf("ann").stats()).isEqualTo(stats);
    }
  }

  @Nested
  class Muting {

    @Test
    @Tag("SVX-302")
    void mutedParticipantIsLeftOutOfTheMixAndDoesNotBecomeSpeaker() {
      script.hosts("ann", "bob", "cid");
      script.speak("bob");

      script.conference.mute(script.ids.get("ann"), true);
      script.speak("ann");

      assertThat(script.stage().muted).containsExactly("ann");
      assertThat(script.statusOf("ann").muted()).isTrue();
      assertThat(script.statusOf("ann").speaking()).isFalse();
      assertThat(script.viewOf("cid").shown()).containsExactly("bob", "ann");

      script.conference.mute(script.ids.get("ann"), false);
      assertThat(script.stage().muted).isEmpty();
    }

    @Test
    void mutingTheSpeakerLeavesNobodySpeaking() {
      script.hosts("ann", "bob");
      script.speak("ann");
      assertThat(script.statusOf("ann").speaking()).isTrue();

      script.conference.mute(script.ids.get("ann"), true);

      assertThat(script.statusOf("ann").speaking()).isFalse();
    }

    @Test
    @Tag("SVX-306")
    void mutingAllGuestsHoldsForGuestsWhoComeLater() {
      ConferenceScript hosted = new ConferenceScript(meetingRoom());
      hosted.hosts("ann");
      hosted.guests("gil");

      hosted.conference.muteGuests(true);
      hosted.guests("gus");

      assertThat(hosted.stage().muted).containsExactlyInAnyOrder("gil", "gus");
      assertThat(hosted.status.conference.guestsMuted()).isTrue();

      hosted.conference.mute(hosted.ids.get("gil"), false);
      assertThat(hosted.stage().muted).containsExactly("gus");

      hosted.conference.muteGuests(false);
      assertThat(hosted.stage().muted).isEmpty();
    }

    @Test
    @Tag("SVC-088")
    @Tag("SVX-307")
    void auditoriumMayMuteGuestsFromTheStart() {
      ConferenceSettings base = auditorium();
      ConferenceScript quiet =
          new ConferenceScript(
              new ConferenceSettings(
                  1,
                  "Meet",
                  base.kind(),
                  "",
                  base.hostView(),
                  base.guestView(),
                  true,
                  true,
                  base.guestsOnlyTimeout(),
                  base.lastParticipantTimeout()));
      quiet.hosts("ann");
      quiet.guests("gil");

      assertThat(quiet.stage().muted).containsExactly("gil");
    }
  }

  @Nested
  class WaitingAndLocking {
    private final ConferenceScript hosted = new ConferenceScript(meetingRoom());

    @Test
    @Tag("SVX-105")
    @Tag("SVX-117")
    @Tag("SVX-118")
    void guestsWaitForTheFirstHost() {
      hosted.guests("gil");
      assertThat(hosted.lobby().endpoints).containsExactly("gil");
      assertThat(hosted.lobby().muted).containsExactly("gil");
      assertThat(hosted.lobby().views.get("gil"))
          .isEqualTo(View.waitingRoom(Layout.ONE_MAIN_SEVEN_PIPS));
      assertThat(hosted.statusOf("gil").waiting()).isTrue();
      assertThat(hosted.status.conference.started()).isFalse();

      hosted.hosts("ann");

      assertThat(hosted.lobby().endpoints).isEmpty();
      assertThat(hosted.stage().endpoints).containsExactlyInAnyOrder("ann", "gil");
      assertThat(hosted.stage().muted).isEmpty();
      assertThat(hosted.viewOf("ann").shown()).containsExactly("gil");
      assertThat(hosted.statusOf("gil").waiting()).isFalse();
    }

    @Test
    @Tag("SVX-247")
    @Tag("SVX-251")
    void withoutHostPinALockHoldsEverybodyUntilItIsLifted() {
      script.hosts("ann");

      assertThat(script.conference.lock(true).success()).isTrue();
      script.hosts("bob");
      assertThat(script.stage().endpoints).containsExactly("ann");
      assertThat(script.statusOf("bob").waiting()).isTrue();
      assertThat(script.status.conference.locked()).isTrue();

      script.conference.lock(false);
      assertThat(script.stage().endpoints).containsExactlyInAnyOrder("ann", "bob");
    }

    @Test
    @Tag("SVX-122")
    @Tag("SVX-248")
    void withHostPinALockHoldsGuestsOnly() {
      hosted.hosts("ann");
      hosted.conference.lock(true);

      hosted.hosts("bob");
      hosted.guests("gil");

      assertThat(hosted.stage().endpoints).containsExactlyInAnyOrder("ann", "bob");
      assertThat(hosted.statusOf("gil").waiting()).isTrue();
    }

    @Test
    @Tag("SVX-250")
    void oneWhoWaitsMayBeAdmittedAndAnotherRejected() {
      hosted.hosts("ann");
      hosted.conference.lock(true);
      hosted.guests("gil", "gus");

      assertThat(hosted.conference.admit(hosted.ids.get("gil")).success()).isTrue();
      hosted.conference.disconnect(hosted.ids.get("gus"));

      assertThat(hosted.stage().endpoints).containsExactlyInAnyOrder("ann", "gil");
      assertThat(hosted.lobby().endpoints).isEmpty();
    }

    @Test
    @Tag("SVX-251")
    void whoWaitsIsDisconnectedWhenTheConferenceFinishes() {
      hosted.hosts("ann");
      hosted.conference.lock(true);
      hosted.guests("gil");

      hosted.leave("ann");

      assertThat(hosted.ended).isOne();
      assertThat(hosted.legs.get("gil").disconnected).isEqualTo(DisconnectReason.CONFERENCE_ENDED);
      assertThat(hosted.lobby().closings).isOne();
      assertThat(hosted.stage().closings).isOne();
    }

    @Test
    @Tag("SVX-245")
    void aConferenceIsLockedOnlyAfterItHasStarted() {
      hosted.guests("gil");

      assertThat(hosted.conference.lock(true))
          .isEqualTo(CommandOutcome.failed("The conference has not started."));
    }

    @Test
    void guestWhoHangsUpWhileWaitingLeavesNothing() {
      hosted.guests("gil");

      hosted.leave("gil");

      assertThat(hosted.ended).isOne();
      assertThat(hosted.lobby().endpoints).isEmpty();
      assertThat(hosted.status.left).containsExactly("gil: REMOTE_DISCONNECT");
    }
  }

  @Nested
  class Keypad {
    private final ConferenceScript hosted = new ConferenceScript(meetingRoom());

    @Test
    @Tag("SVX-254")
    void starSevenTogglesTheLock() {
      hosted.hosts("ann");

      hosted.press("ann", "*7");
      assertThat(hosted.status.conference.locked()).isTrue();
      hosted.press("ann", "**7");
      assertThat(hosted.status.conference.locked()).isFalse();
    }

    @Test
    @Tag("SVX-255")
    void starFiveTogglesTheMutingOfGuests() {
      hosted.hosts("ann");
      hosted.guests("gil");

      hosted.press("ann", "*5");
      assertThat(hosted.stage().muted).containsExactly("gil");
      hosted.press("ann", "*5");
      assertThat(hosted.stage().muted).isEmpty();
    }

    @Test
    @Tag("SVX-256")
    void hashHashEndsTheConference() {
      hosted.hosts("ann", "bob");

      hosted.press("bob", "##");

      assertThat(hosted.ended).isOne();
      assertThat(hosted.legs.get("ann").disconnected).isEqualTo(DisconnectReason.HOST_REQUEST);
      assertThat(hosted.legs.get("bob").disconnected).isEqualTo(DisconnectReason.HOST_REQUEST);
    }

    @Test
    @Tag("SVX-253")
    void digitsOfGuestsAreNoCommands() {
      hosted.hosts("ann");
      hosted.guests("gil");

      hosted.press("gil", "##*7*5");

      assertThat(hosted.ended).isZero();
      assertThat(hosted.status.conference.locked()).isFalse();
      assertThat(hosted.status.conference.guestsMuted()).isFalse();
    }

    @Test
    void digitsFarApartAreNoCommand() {
      hosted.hosts("ann");

      hosted.press("ann", "#");
      hosted.time.advance(Duration.ofSeconds(6));
      hosted.press("ann", "#");
      assertThat(hosted.ended).isZero();

      hosted.press("ann", "#");
      assertThat(hosted.ended).isOne();
    }
  }

  @Nested
  class Limits {

    @Test
    @Tag("SVX-279")
    @Tag("SVX-280")
    void callBeyondTheLimitIsRejected() {
      script.call("ann", Role.HOST, OptionalInt.of(2));
      script.call("bob", Role.HOST, OptionalInt.of(2));

      FakeLeg third = script.call("cid", Role.HOST, OptionalInt.of(2));

      assertThat(third.calls).containsExactly("reject");
      assertThat(third.rejected).isEqualTo(RejectReason.PARTICIPANT_LIMIT);
      assertThat(script.gone).isOne();
    }

    @Test
    @Tag("SVX-281")
    void lowerLimitAppliesToNewcomersOnly() {
      script.hosts("ann", "bob", "cid");

      FakeLeg fourth = script.call("dan", Role.HOST, OptionalInt.of(1));

      assertThat(fourth.rejected).isEqualTo(RejectReason.PARTICIPANT_LIMIT);
      assertThat(script.stage().endpoints).hasSize(3);
    }

    @Test
    void limitOfZeroLeavesNoConferenceBehind() {
      script.call("ann", Role.HOST, OptionalInt.of(0));

      assertThat(script.ended).isOne();
    }
  }

  @Nested
  class Endings {
    private final ConferenceScript hosted = script(60, 0);

    @Test
    @Tag("SVX-292")
    void guestsAreDisconnectedSomeTimeAfterTheLastHostLeft() {
      hosted.hosts("ann");
      hosted.guests("gil", "gus");
      hosted.leave("ann");

      hosted.time.advance(Duration.ofSeconds(59));
      assertThat(hosted.ended).isZero();
      hosted.time.advance(Duration.ofSeconds(1));

      assertThat(hosted.ended).isOne();
      assertThat(hosted.legs.get("gil").disconnected).isEqualTo(DisconnectReason.CONFERENCE_ENDED);
    }

    @Test
    @Tag("SVX-292")
    void hostWhoComesBackInTimeKeepsTheConference() {
      hosted.hosts("ann");
      hosted.guests("gil");
      hosted.leave("ann");
      hosted.time.advance(Duration.ofSeconds(30));

      hosted.hosts("bob");
      hosted.time.advance(Duration.ofSeconds(300));

      assertThat(hosted.ended).isZero();
    }

    @Test
    @Tag("SVX-290")
    void withoutTimeoutGuestsLeaveWithTheLastHost() {
      ConferenceScript strict = script(0, 0);
      strict.hosts("ann");
      strict.guests("gil");

      strict.leave("ann");
      strict.time.advance(Duration.ZERO);

      assertThat(strict.ended).isOne();
    }

    @Test
    void guestsWhoWaitForTheFirstHostHaveNoTimeout() {
      hosted.guests("gil");

      hosted.time.advance(Duration.ofHours(1));

      assertThat(hosted.ended).isZero();
    }

    @Test
    @Tag("SVX-291")
    @Tag("SVX-295")
    void lastParticipantIsDisconnectedSomeTimeAfterTheOthersLeft() {
      ConferenceScript backstop = script(60, 120);
      backstop.hosts("ann");
      backstop.time.advance(Duration.ofSeconds(200));
      assertThat(backstop.ended).isZero();

      backstop.hosts("bob");
      backstop.leave("bob");
      backstop.time.advance(Duration.ofSeconds(119));
      assertThat(backstop.ended).isZero();
      backstop.time.advance(Duration.ofSeconds(1));

      assertThat(backstop.ended).isOne();
    }

    @Test
    @Tag("SVX-301")
    void firstSatisfiedRuleEndsTheConference() {
      ConferenceScript both = script(120, 60);
      both.hosts("ann");
      both.guests("gil", "gus");
      both.leave("ann");
      both.time.advance(Duration.ofSeconds(30));
      both.leave("gus");

      both.time.advance(Duration.ofSeconds(59));
      assertThat(both.ended).isZero();
      both.time.advance(Duration.ofSeconds(1));
      assertThat(both.ended).isOne();
    }

    @Test
    @Tag("SVX-301")
    void guestsOnlyTimeoutEndsItWhenSeveralGuestsRemain() {
      ConferenceScript both = script(120, 60);
      both.hosts("ann");
      both.guests("gil", "gus");
      both.leave("ann");

      both.time.advance(Duration.ofSeconds(119));
      assertThat(both.ended).isZero();
      both.time.advance(Duration.ofSeconds(1));
      assertThat(both.ended).isOne();
    }

    private static ConferenceScript script(int guestsOnlySeconds, int backstopSeconds) {
      ConferenceSettings base = meetingRoom();
      return new ConferenceScript(
          new ConferenceSettings(
              base.serviceId(),
              base.name(),
              base.kind(),
              base.tag(),
              base.hostView(),
              base.guestView(),
              true,
              false,
              Duration.ofSeconds(guestsOnlySeconds),
              Duration.ofSeconds(backstopSeconds)));
    }
  }

  @Nested
  class FailingMedia {

    @Test
    void participantWhoseMediaFailsIsPutOutAndTheOthersGoOn() {
      script.failingEndpoint = "bob";
      script.hosts("ann");

      script.call("bob", Role.HOST);
      script.establish("bob", FakeLeg.VIDEO);

      assertThat(script.legs.get("bob").disconnected).isEqualTo(DisconnectReason.INTERNAL_ERROR);
      assertThat(script.stage().endpoints).containsExactly("ann");
      assertThat(script.gone).isOne();
      assertThat(script.viewOf("ann").shown()).isEmpty();
    }

    @Test
    void failureToShowAViewCostsOnlyThatParticipant() {
      script.hosts("ann", "bob", "cid");
      script.stage().failingEndpoint = "bob";

      script.speak("cid");

      assertThat(script.stage().endpoints).containsExactlyInAnyOrder("ann", "cid");
      assertThat(script.viewOf("ann").shown()).containsExactly("cid");
    }

    @Test
    void conferenceWhoseMediaCannotBeCreatedEndsCleanly() {
      script.mediaFails = true;
      script.call("ann", Role.HOST);

      script.establish("ann", FakeLeg.VIDEO);

      assertThat(script.legs.get("ann").disconnected).isEqualTo(DisconnectReason.INTERNAL_ERROR);
      assertThat(script.ended).isOne();
      assertThat(script.gone).isOne();
      assertThat(script.time.running()).isZero();
    }
  }

  private static JoinRequest request(String name) {
    return new JoinRequest(
        new FakeLeg(name), "meet", Role.HOST, CallLimits.NONE, OptionalInt.empty(), () -> {});
  }
}
