package org.plenum.node.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.node.conference.ConferenceScript.openMeetingRoom;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenum.media.EndpointStats;
import org.plenum.media.conference.Layout;
import org.plenum.media.conference.View;
import org.plenum.node.call.DisconnectReason;

/** Hold, video that comes and goes, and media that fails. */
class ConferenceMediaTest {
  private final ConferenceScript script = new ConferenceScript(openMeetingRoom());

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
