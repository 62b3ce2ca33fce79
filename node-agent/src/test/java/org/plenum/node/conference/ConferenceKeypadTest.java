package org.plenum.node.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.node.conference.ConferenceScript.meetingRoom;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.node.call.DisconnectReason;

/** Commands that hosts dial while they are in the conference. */
class ConferenceKeypadTest {
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
