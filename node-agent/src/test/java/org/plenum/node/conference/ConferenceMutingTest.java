package org.plenum.node.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.node.conference.ConferenceScript.auditorium;
import static org.plenum.node.conference.ConferenceScript.meetingRoom;
import static org.plenum.node.conference.ConferenceScript.openMeetingRoom;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is muted is not heard and is no speaker. */
class ConferenceMutingTest {
  private final ConferenceScript script = new ConferenceScript(openMeetingRoom());

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
