package org.plenum.node.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.node.conference.ConferenceScript.meetingRoom;
import static org.plenum.node.conference.ConferenceScript.openMeetingRoom;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.media.conference.Layout;
import org.plenum.media.conference.View;
import org.plenum.node.call.DisconnectReason;

/** Who waits, for whom, and who is let in. */
class ConferenceLobbyTest {
  private final ConferenceScript script = new ConferenceScript(openMeetingRoom());

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
