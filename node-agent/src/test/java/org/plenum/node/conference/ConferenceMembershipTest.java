package org.plenum.node.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.node.conference.ConferenceScript.openMeetingRoom;

import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.node.call.CallLimits;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.RejectReason;

/** Who is let in, who has left, and that nothing is left of them. */
class ConferenceMembershipTest {
  private final ConferenceScript script = new ConferenceScript(openMeetingRoom());

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

  private static JoinRequest request(String name) {
    return new JoinRequest(
        new FakeLeg(name), "meet", Role.HOST, CallLimits.NONE, OptionalInt.empty(), () -> {});
  }
}
