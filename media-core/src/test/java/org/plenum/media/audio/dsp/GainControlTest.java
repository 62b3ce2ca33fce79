package org.plenum.media.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plenum.media.testing.Tones;

class GainControlTest {

  private final GainControl gain = new GainControl();

  @Test
  void bringsQuietAndLoudTalkersTogether() {
    assertThat(after(10, 0.04)).isCloseTo(-20, within(1.0));
    assertThat(after(10, 0.25)).isCloseTo(-20, within(1.0));
  }

  @Test
  void doesNotRaiseSilence() {
    assertThat(after(10, 0.001)).isCloseTo(20 * Math.log10(0.001) - 3, within(0.5));
  }

  @Test
  void staysWithinItsRange() {
    assertThat(after(10, 0.006)).isCloseTo(20 * Math.log10(0.006) - 3 + 12, within(0.5));
  }

  /** Level after some seconds of a steady tone. */
  private double after(int seconds, double amplitude) {
    float[] frame = new float[Frame.SAMPLES];
    for (int i = 0; i < seconds * 50; i++) {
      Tones.sine(frame, 1000, amplitude, (long) i * Frame.SAMPLES);
      gain.process(frame, Frame.levelDb(frame, Frame.SAMPLES));
    }
    return Frame.levelDb(frame, Frame.SAMPLES);
  }
}
