package org.plenum.media.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.media.testing.Tones;

class ResamplingTest {

  private static final int FRAMES = 50;

  @ParameterizedTest
  @CsvSource({"6, 300", "6, 1000", "6, 3400", "3, 300", "3, 3400", "3, 6900"})
  void passBandIsFlatAndImagesAreGone(int factor, double hertz) {
    int rate = Frame.SAMPLE_RATE / factor;
    int count = rate / 50;
    Upsampler upsampler = new Upsampler(factor, count);
    float[] out = new float[Frame.SAMPLES * FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      upsampler.process(tone(hertz, rate, i * count, count), count, out, i * Frame.SAMPLES);
    }

    assertThat(level(out, hertz, Frame.SAMPLE_RATE)).isCloseTo(-6, within(0.2));
    assertThat(level(out, rate - hertz, Frame.SAMPLE_RATE)).isLessThan(-70);
    assertThat(level(out, rate + hertz, Frame.SAMPLE_RATE)).isLessThan(-70);
  }

  @ParameterizedTest
  @CsvSource({"6, 300", "6, 3400", "3, 3400", "3, 6900"})
  void passBandSurvivesLoweringTheRate(int factor, double hertz) {
    assertThat(level(lowered(factor, hertz), hertz, Frame.SAMPLE_RATE / factor))
        .isCloseTo(-6, within(0.2));
  }

  @ParameterizedTest
  @CsvSource({"6, 4200", "6, 5000", "6, 7700", "6, 12000", "3, 8300", "3, 9000", "3, 15000"})
  void nothingFoldsBack(int factor, double hertz) {
    int rate = Frame.SAMPLE_RATE / factor;
    double folded = Math.abs(hertz - rate * Math.round(hertz / rate));

    assertThat(level(lowered(factor, hertz), folded, rate)).isLessThan(-70);
  }

  private static float[] lowered(int factor, double hertz) {
    int count = Frame.SAMPLES / factor;
    Downsampler downsampler = new Downsampler(factor, count);
    float[] out = new float[count * FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      float[] frame = tone(hertz, Frame.SAMPLE_RATE, i * Frame.SAMPLES, Frame.SAMPLES);
      assertThat(downsampler.process(frame, Frame.SAMPLES, out, i * count)).isEqualTo(count);
    }
    return out;
  }

  private static float[] tone(double hertz, int rate, int position, int count) {
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * (position + i) / rate));
    }
    return samples;
  }

  private static double level(float[] samples, double hertz, int rate) {
    int half = samples.length / 2;
    return Tones.levelDb(samples, half, half, hertz, rate);
  }
}
