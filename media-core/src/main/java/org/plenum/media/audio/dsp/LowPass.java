package org.plenum.media.audio.dsp;

/**
 * Linear-phase low-pass filters for rate conversion: a sinc cut by a Kaiser window, split into
 * phases. The stop band begins at half the lower rate, so that nothing audible folds back.
 */
final class LowPass {

  /** Taps of each phase; 64 leave telephone speech (3.4 of 4 kHz) untouched at 70 dB. */
  static final int TAPS_PER_PHASE = 64;

  private static final double ATTENUATION_DB = 70;
  private static final double KAISER_BETA = 0.1102 * (ATTENUATION_DB - 8.7);

  // Every stream needs one of these two; designing them takes longer than decoding a packet.
  private static final float[][] FACTOR_3 = design(3);
  private static final float[][] FACTOR_6 = design(6);

  private LowPass() {}

  /**
   * Filter for a factor between rates.
   *
   * @return coefficient k of phase p at {@code [p][k]}, not to be changed; each phase has unit gain
   *     at 0 Hz
   */
  static float[][] phases(int factor) {
    return switch (factor) {
      case 3 -> FACTOR_3;
      case 6 -> FACTOR_6;
      default -> design(factor);
    };
  }

  private static float[][] design(int factor) {
    int length = TAPS_PER_PHASE * factor;
    // Kaiser's estimate of the transition width, in cycles per sample of the higher rate.
    double transition = (ATTENUATION_DB - 8) / (2.285 * 2 * Math.PI * length);
    double cutoff = 0.5 / factor - transition / 2;
    double[] prototype = new double[length];
    double sum = 0;
    double centre = (length - 1) / 2.0;
    for (int i = 0; i < length; i++) {
      double t = i - centre;
      double sinc = t == 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * t) / (Math.PI * t);
      double position = 2 * t / (length - 1);
      double window =
          bessel(KAISER_BETA * Math.sqrt(1 - position * position)) / bessel(KAISER_BETA);
      prototype[i] = sinc * window;
      sum += prototype[i];
    }
    float[][] phases = new float[factor][TAPS_PER_PHASE];
    for (int i = 0; i < length; i++) {
      phases[i % factor][i / factor] = (float) (prototype[i] / sum * factor);
    }
    return phases;
  }

  /**
   * Adds one phase's output: taps outside, samples inside and four taps at a time, so that the
   * inner loop runs on vector registers and seldom touches memory.
   *
   * @param input {@link #TAPS_PER_PHASE} - 1 earlier samples, then {@code count} new ones
   */
  static void accumulate(float[] taps, float[] input, float[] output, int offset, int count) {
    for (int tap = 0; tap < TAPS_PER_PHASE; tap += 4) {
      float first = taps[tap];
      float second = taps[tap + 1];
      float third = taps[tap + 2];
      float fourth = taps[tap + 3];
      int from = TAPS_PER_PHASE - 4 - tap;
      for (int i = 0; i < count; i++) {
        output[offset + i] +=
            (first * input[from + i + 3] + second * input[from + i + 2])
                + (third * input[from + i + 1] + fourth * input[from + i]);
      }
    }
  }

  /** Modified Bessel function of the first kind, order 0. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-12; k++) {
      term *= x / (2 * k) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
