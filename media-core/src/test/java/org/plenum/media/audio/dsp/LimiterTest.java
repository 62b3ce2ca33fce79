package org.plenum.media.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plenum.media.testing.Tones;

class LimiterTest {

  private final Limiter limiter = new Limiter();

  @Test
  void leavesAQuietMixAlone() {
    float[] frame = tone(0.8, 0);
    float[] before = frame.clone();
    limiter.process(frame);

    assertThat(frame).isEqualTo(before);
  }

  @Test
  void keepsALoudMixBelowFullScaleAndClean() {
    float[] heard = new float[Frame.SAMPLES * 50];
    for (int i = 0; i < 50; i++) {
      float[] frame = tone(4, i * Frame.SAMPLES);
      limiter.process(frame);
      assertThat(Frame.peak(frame, Frame.SAMPLES)).isLessThanOrEqualTo(1);
      System.arraycopy(frame, 0, heard, i * Frame.SAMPLES, Frame.SAMPLES);
    }
    int half = heard.length / 2;

    assertThat(Tones.levelDb(heard, half, half, 500, Frame.SAMPLE_RATE))
        .isCloseTo(20 * Math.log10(0.9), within(0.2));
    assertThat(Tones.levelDb(heard, half, half, 1500, Frame.SAMPLE_RATE)).isLessThan(-60);
  }

  @Test
  void recoversWithinAFewSeconds() {
    limiter.process(tone(3.6, 0));
    float[] frame = new float[0];
    for (int i = 0; i < 150; i++) {
      frame = tone(0.5, i * Frame.SAMPLES);
      limiter.process(frame);
    }

    assertThat(Frame.peak(frame, Frame.SAMPLES)).isCloseTo(0.5f, within(0.01f));
  }

  private static float[] tone(double amplitude, int position) {
    float[] frame = new float[Frame.SAMPLES];
    Tones.sine(frame, 500, amplitude, position);
    return frame;
  }
}
