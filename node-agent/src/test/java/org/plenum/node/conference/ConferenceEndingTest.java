package org.plenum.node.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.node.conference.ConferenceScript.meetingRoom;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.node.call.DisconnectReason;

/** Conferences end by themselves some time after those who matter have left. */
class ConferenceEndingTest {
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
