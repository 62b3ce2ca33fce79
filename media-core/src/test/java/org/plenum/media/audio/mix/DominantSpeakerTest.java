package org.plenum.media.audio.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DominantSpeakerTest {

  private static final int SECOND = 50;
  private static final double SILENT = -100;

  private final DominantSpeaker<String> speaker = new DominantSpeaker<>();
  private final Map<String, DominantSpeaker.Score> scores = new LinkedHashMap<>();
  private final List<String> changes = new ArrayList<>();
  private int tick;
  private int lastChange;

  @Test
  void isTheFirstWhoTalks() {
    talk(2 * SECOND, Map.of("a", SILENT, "b", -25.0));

    assertThat(changes).containsExactly("b");
    assertThat(lastChange).isLessThan(SECOND);
  }

  @Test
  void isTheLouderOfTwoWithinTwoSeconds() {
    talk(5 * SECOND, Map.of("a", -30.0, "b", SILENT));
    int start = tick;
    talk(2 * SECOND, Map.of("a", -30.0, "b", -18.0));

    assertThat(changes).containsExactly("a", "b");
    assertThat(lastChange - start).isLessThan(2 * SECOND);
  }

  @Test
  void followsTheConversationWithinTwoSeconds() {
    talk(5 * SECOND, Map.of("a", -20.0, "b", SILENT));
    int start = tick;
    talk(2 * SECOND, Map.of("a", SILENT, "b", -20.0));

    assertThat(changes).containsExactly("a", "b");
    assertThat(lastChange - start).isLessThan(2 * SECOND);
  }

  @Test
  void doesNotChangeInAPauseOrForANoise() {
    talk(5 * SECOND, Map.of("a", -25.0, "b", -50.0));
    for (int i = 0; i < 10; i++) {
      talk(SECOND, Map.of("a", SILENT, "b", -50.0));
      talk(SECOND / 10, Map.of("a", SILENT, "b", -15.0));
      talk(SECOND, Map.of("a", -25.0, "b", -50.0));
    }

    assertThat(changes).containsExactly("a");
  }

  @Test
  void doesNotFlipBetweenEqualTalkers() {
    for (int i = 0; i < 200; i++) {
      talk(5, Map.of("a", i % 2 == 0 ? -20.0 : -24.0, "b", i % 2 == 0 ? -24.0 : -20.0));
    }

    assertThat(changes).hasSize(1);
  }

  @Test
  void isReplacedAtOnceWhenForgotten() {
    talk(5 * SECOND, Map.of("a", -20.0, "b", -24.0));
    speaker.forget("a");
    scores.remove("a");
    int start = tick;
    talk(SECOND, Map.of("b", -24.0));

    assertThat(changes).containsExactly("a", "b");
    assertThat(lastChange - start).isEqualTo(1);
  }

  private void talk(int ticks, Map<String, Double> levels) {
    for (int i = 0; i < ticks; i++) {
      tick++;
      speaker.begin();
      for (String name : List.of("a", "b")) {
        Double level = levels.get(name);
        if (level != null) {
          DominantSpeaker.Score score =
              scores.computeIfAbsent(name, key -> new DominantSpeaker.Score());
          score.onFrame(level);
          speaker.offer(name, score);
        }
      }
      String changed = speaker.end();
      if (changed != null) {
        changes.add(changed);
        lastChange = tick;
      }
    }
  }
}
