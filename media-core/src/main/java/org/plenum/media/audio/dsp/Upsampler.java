package org.plenum.media.audio.dsp;

import java.util.Arrays;

/** Raises the sample rate by a whole factor, keeping state from call to call. One thread. */
public final class Upsampler {

  private static final int TAPS = LowPass.TAPS_PER_PHASE;

  private final int factor;
  private final float[][] phases;
  private final float[] input;
  private final float[] accumulator;

  /**
   * Creates the converter.
   *
   * @param factor output rate divided by input rate; 1 copies
   * @param maxInput most samples per call
   */
  public Upsampler(int factor, int maxInput) {
    this.factor = factor;
    phases = factor == 1 ? new float[0][] : LowPass.phases(factor);
    input = new float[TAPS - 1 + maxInput];
    accumulator = new float[maxInput];
  }

  /** Converts {@code count} samples to {@code count * factor}; returns that number. */
  public int process(float[] samples, int count, float[] output, int outputOffset) {
    if (factor == 1) {
      System.arraycopy(samples, 0, output, outputOffset, count);
      return count;
    }
    System.arraycopy(samples, 0, input, TAPS - 1, count);
    for (int phase = 0; phase < factor; phase++) {
      Arrays.fill(accumulator, 0, count, 0);
      LowPass.accumulate(phases[phase], input, accumulator, 0, count);
      int position = outputOffset + phase;
      for (int i = 0; i < count; i++) {
        output[position] = accumulator[i];
        position += factor;
      }
    }
    System.arraycopy(input, count, input, 0, TAPS - 1);
    return count * factor;
  }
}
