package org.plenum.node.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.node.conference.ConferenceScript.auditorium;
import static org.plenum.node.conference.ConferenceScript.openMeetingRoom;
import static org.plenum.node.conference.ConferenceScript.settings;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.media.conference.Layout;
import org.plenum.media.conference.View;

class ViewPlanTest {

  @Nested
  class MeetingRoom {
    private final ConferenceScript script = new ConferenceScript(openMeetingRoom());

    @Test
    @Tag("SVX-145")
    void currentSpeakerIsMainAndSeesTheSpeakerBefore() {
      script.hosts("ann", "bob", "cid");

      script.speak("bob", "ann");

      assertThat(script.viewOf("cid").shown()).containsExactly("ann", "bob");
      assertThat(script.viewOf("bob").shown()).containsExactly("ann", "cid");
      assertThat(script.viewOf("ann").shown()).containsExactly("bob", "cid");
    }

    @Test
    @Tag("SVX-148")
    @Tag("SVC-057")
    void thumbnailsAreInOrderOfMostRecentSpeechWhateverTheRole() {
      script.hosts("ann", "bob");
      script.guests("cid", "dan");

      script.speak("dan", "ann", "cid");

      assertThat(script.viewOf("bob").shown()).containsExactly("cid", "ann", "dan");
    }

    @Test
    void whoNeverSpokeComesInOrderOfArrival() {
      script.hosts("ann", "bob", "cid", "dan");

      assertThat(script.viewOf("dan").shown()).containsExactly("ann", "bob", "cid");
    }

    @Test
    @Tag("SVX-138")
    void lastThumbnailGivesItsPlaceToTheNumberOfHiddenPictures() {
      script.hosts("a", "b", "c", "d", "e", "f", "g", "h", "i");
      assertThat(script.viewOf("a").shown()).hasSize(8);
      assertThat(script.viewOf("a").hidden()).isZero();

      script.join("j", Role.HOST);

      assertThat(script.viewOf("a").shown()).containsExactly("b", "c", "d", "e", "f", "g", "h");
      assertThat(script.viewOf("a").hidden()).isEqualTo(2);
    }

    @Test
    @Tag("SVX-134")
    void audioOnlyParticipantsAreCountedAndNotShown() {
      script.hosts("ann", "bob");
      script.joinAudio("phone", Role.HOST);

      script.speak("phone");

      assertThat(script.viewOf("ann"))
          .isEqualTo(new View(Layout.ONE_MAIN_SEVEN_PIPS, java.util.List.of("bob"), 0, 1));
      assertThat(script.stage().views).doesNotContainKey("phone");
    }

    @Test
    @Tag("SVX-121")
    @Tag("SVX-139")
    void firstParticipantSeesTheHoldingScreen() {
      script.hosts("ann");

      assertThat(script.viewOf("ann")).isEqualTo(View.empty(Layout.ONE_MAIN_SEVEN_PIPS));
    }

    @Test
    void receiversOfTheSamePictureHaveEqualViews() {
      script.hosts("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");

      assertThat(script.viewOf("k")).isEqualTo(script.viewOf("j")).isEqualTo(script.viewOf("i"));
    }

    @Test
    void anUnchangedViewIsNotSetAgain() {
      script.hosts("ann", "bob");
      script.speak("bob");
      int before = script.stage().viewChanges;

      script.speak("bob", "bob");

      assertThat(script.stage().viewChanges).isEqualTo(before);
    }

    @Test
    @Tag("SVX-144")
    void fullScreenShowsOnePictureAndCountsTheOthers() {
      ConferenceScript full =
          new ConferenceScript(
              settings(ServiceKind.MEETING_ROOM, Layout.ONE_MAIN_ZERO_PIPS, false));
      full.hosts("ann", "bob", "cid", "dan");

      full.speak("bob", "cid");

      assertThat(full.viewOf("ann").shown()).containsExactly("cid");
      assertThat(full.viewOf("ann").hidden()).isEqualTo(2);
      assertThat(full.viewOf("cid").shown()).containsExactly("bob");
    }
  }

  @Nested
  class Auditorium {
    private final ConferenceScript script = new ConferenceScript(auditorium());

    @Test
    @Tag("SVC-058")
    @Tag("SVX-150")
    @Tag("SVX-152")
    void hostsSeeOtherHostsBeforeGuests() {
      script.hosts("ann", "bob", "cid");
      script.guests("gil", "gus");

      script.speak("cid", "bob", "gus");

      assertThat(script.viewOf("ann").shown()).containsExactly("bob", "cid", "gus", "gil");
      assertThat(script.viewOf("bob").shown()).containsExactly("cid", "ann", "gus", "gil");
    }

    @Test
    @Tag("SVX-151")
    @Tag("SVX-152")
    void onlyHostSeesTheGuestWhoSpokeLast() {
      script.hosts("ann");
      script.guests("gil", "gus");

      script.speak("gil", "gus", "ann");

      assertThat(script.viewOf("ann").shown()).containsExactly("gus", "gil");
    }

    @Test
    @Tag("SVC-057")
    @Tag("SVX-120")
    @Tag("SVX-155")
    void guestsSeeHostsOnly() {
      script.hosts("ann", "bob");
      script.guests("gil", "gus");

      script.speak("bob", "gus");

      assertThat(script.viewOf("gil").shown()).containsExactly("bob", "ann");
      assertThat(script.viewOf("gil")).isEqualTo(script.viewOf("gus"));
      assertThat(script.stage().muted).isEmpty();
    }

    @Test
    @Tag("SVX-155")
    void guestsSeeAnOnlyHostFullScreen() {
      script.hosts("ann");
      script.guests("gil", "gus");

      assertThat(script.viewOf("gil"))
          .isEqualTo(new View(Layout.ONE_MAIN_ZERO_PIPS, java.util.List.of("ann"), 0, 0));
    }

    @Test
    @Tag("SVX-154")
    void fullScreenGuestsSeeTheHostWhoSpokeLastAndTheNumberOfOtherHosts() {
      ConferenceScript full =
          new ConferenceScript(settings(ServiceKind.AUDITORIUM, Layout.ONE_MAIN_ZERO_PIPS, true));
      full.hosts("ann", "bob", "cid");
      full.guests("gil");

      full.speak("bob", "gil");

      assertThat(full.viewOf("gil").shown()).containsExactly("bob");
      assertThat(full.viewOf("gil").hidden()).isEqualTo(2);
    }

    @Test
    @Tag("SVX-157")
    @Tag("SVX-119")
    void guestsSeeOneAnotherWhenAllHostsHaveLeft() {
      script.hosts("ann");
      script.guests("gil", "gus");

      script.leave("ann");
      assertThat(script.viewOf("gil").shown()).containsExactly("gus");

      script.join("bob", Role.HOST);
      assertThat(script.viewOf("gil").shown()).containsExactly("bob");
    }

    @Test
    @Tag("SVX-149")
    void hostsAndGuestsHaveTheirOwnLayout() {
      ConferenceSettings base = auditorium();
      ConferenceScript mixed =
          new ConferenceScript(
              new ConferenceSettings(
                  base.serviceId(),
                  base.name(),
                  base.kind(),
                  base.tag(),
                  Layout.ONE_MAIN_ZERO_PIPS,
                  Layout.ONE_MAIN_SEVEN_PIPS,
                  true,
                  false,
                  base.guestsOnlyTimeout(),
                  base.lastParticipantTimeout()));
      mixed.hosts("ann", "bob");
      mixed.guests("gil");

      assertThat(mixed.viewOf("ann").layout()).isEqualTo(Layout.ONE_MAIN_ZERO_PIPS);
      assertThat(mixed.viewOf("gil").layout()).isEqualTo(Layout.ONE_MAIN_SEVEN_PIPS);
    }
  }
}
