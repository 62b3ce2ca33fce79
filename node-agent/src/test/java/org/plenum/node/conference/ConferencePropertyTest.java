package org.plenum.node.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.media.conference.Layout;
import org.plenum.media.conference.View;

/** Whatever happens, nobody sees itself, and nothing is left when everybody has left. */
class ConferencePropertyTest {
  private static final int STEPS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  @Tag("PLAT-029")
  void nothingIsLeftWhenEverybodyHasLeft(long seed) {
    Random random = new Random(seed);
    ServiceKind kind = random.nextBoolean() ? ServiceKind.AUDITORIUM : ServiceKind.MEETING_ROOM;
    ConferenceScript script =
        new ConferenceScript(
            ConferenceScript.settings(kind, Layout.ONE_MAIN_SEVEN_PIPS, random.nextBoolean()));
    int calls = 0;
    for (int i = 0; i < STEPS && script.ended == 0; i++) {
      calls += step(script, random, calls);
      assertNobodySeesItselfOrSomebodyWhoLeft(script);
    }

    for (String name : List.copyOf(script.legs.keySet())) {
      script.leave(name);
    }

    assertThat(script.ended).isOne();
    assertThat(script.gone).isEqualTo(calls);
    assertThat(script.time.running()).isZero();
    assertThat(script.status.participants).isEmpty();
    assertThat(script.status.conferences).isEmpty();
    assertThat(script.media)
        .allSatisfy(
            media -> {
              assertThat(media.endpoints).isEmpty();
              assertThat(media.closings).isOne();
            });
  }

  /** One random event; returns the number of calls that it started. */
  private static int step(ConferenceScript script, Random random, int calls) {
    List<String> names = new ArrayList<>(script.legs.keySet());
    String name = names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
    int event = names.isEmpty() ? 0 : random.nextInt(14);
    switch (event) {
      case 0, 1 -> {
        script.call("p" + calls, random.nextInt(3) == 0 ? Role.GUEST : Role.HOST);
        return 1;
      }
      case 2, 3, 4 -> script.establish(name, random.nextBoolean() ? FakeLeg.VIDEO : FakeLeg.AUDIO);
      case 5 -> script.leave(name);
      case 6 -> script.speak(name);
      case 7 -> script.conference.videoPresence(name, random.nextBoolean());
      case 8 -> script.conference.mediaChanged(script.ids.get(name), FakeLeg.HELD);
      case 9 -> script.conference.mediaChanged(script.ids.get(name), FakeLeg.VIDEO);
      case 10 -> script.conference.lock(random.nextBoolean());
      case 11 -> script.conference.muteGuests(random.nextBoolean());
      case 12 -> script.conference.admit(script.ids.get(name));
      default -> script.time.advance(Duration.ofSeconds(1));
    }
    return 0;
  }

  private static void assertNobodySeesItselfOrSomebodyWhoLeft(ConferenceScript script) {
    for (FakeMedia media : script.media) {
      for (var entry : media.views.entrySet()) {
        View view = entry.getValue();
        assertThat(view.shown()).doesNotContain(entry.getKey()).doesNotHaveDuplicates();
        assertThat(media.endpoints).containsAll(view.shown());
        assertThat(view.shown().size())
            .isLessThanOrEqualTo(view.layout().mains() + view.layout().pips());
      }
    }
  }
}
