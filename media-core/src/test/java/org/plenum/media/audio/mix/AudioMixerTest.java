package org.plenum.media.audio.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenum.media.audio.dsp.Frame;

class AudioMixerTest {

  private final List<MixMember> dominant = new ArrayList<>();
  private final AudioMixer mixer = new AudioMixer(dominant::add);
  private final Member a = new Member(0.1f);
  private final Member b = new Member(0.2f);
  private final Member listener = new Member(0);

  @Test
  void everybodyHearsTheOthers() {
    add(a, b, listener);
    mixer.tick();

    assertThat(a.heard[0]).isCloseTo(0.2f, within(1e-6f));
    assertThat(b.heard[0]).isCloseTo(0.1f, within(1e-6f));
    assertThat(listener.heard[0]).isCloseTo(0.3f, within(1e-6f));
  }

  @Test
  void aLoneTalkerHearsSilence() {
    add(a, listener);
    mixer.tick();

    assertThat(a.heard[0]).isZero();
    assertThat(listener.heard[0]).isCloseTo(0.1f, within(1e-6f));
  }

  @Test
  void aMutedMemberHearsButIsNotHeardNorDominant() {
    mixer.setMuted(b, true);
    add(a, b, listener);
    for (int i = 0; i < 100; i++) {
      mixer.tick();
    }

    assertThat(b.heard[0]).isCloseTo(0.1f, within(1e-6f));
    assertThat(listener.heard[0]).isCloseTo(0.1f, within(1e-6f));
    assertThat(dominant).containsExactly(a);

    mixer.setMuted(b, false);
    mixer.tick();
    assertThat(listener.heard[0]).isCloseTo(0.3f, within(1e-6f));
  }

  @Test
  void whoLeftIsNeitherServedNorHeard() {
    add(a, b, listener);
    mixer.tick();
    mixer.remove(b);
    int writes = b.writes;
    mixer.tick();

    assertThat(b.writes).isEqualTo(writes);
    assertThat(listener.heard[0]).isCloseTo(0.1f, within(1e-6f));
  }

  @Test
  void theDominantSpeakerIsReplacedWhenItLeaves() {
    add(a, b, listener);
    for (int i = 0; i < 100; i++) {
      mixer.tick();
    }
    mixer.remove(b);
    for (int i = 0; i < 30; i++) {
      mixer.tick();
    }

    assertThat(dominant).containsExactly(b, a);
  }

  private void add(Member... members) {
    Arrays.stream(members).forEach(mixer::add);
  }

  /** Speaks a constant and remembers what it hears. */
  private static final class Member implements MixMember {
    private final float value;
    private float[] heard = new float[Frame.SAMPLES];
    private int writes;

    Member(float value) {
      this.value = value;
    }

    @Override
    public boolean read(float[] frame) {
      Arrays.fill(frame, value);
      return value != 0;
    }

    @Override
    public double levelDb() {
      return value == 0 ? Frame.SILENCE_DB : 20 * Math.log10(value);
    }

    @Override
    public void write(float[] frame) {
      heard = frame.clone();
      writes++;
    }
  }
}
