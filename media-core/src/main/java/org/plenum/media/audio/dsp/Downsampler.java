package org.plenum.media.audio.dsp;

import java.util.Arrays;

/** Lowers the sample rate by a whole factor, keeping state from call to call. One thread. */
public final class Downsampler {

  private static final int TAPS = LowPass.TAPS_PER_PHASE;

  private final int factor;
  private final float[][] phases;
  private final float[][] branches;

  /**
   * Creates the converter.
   *
   * @param factor input rate divided by output rate; 1 copies
   * @param maxOutput most samples per call
   */
  public Downsampler(int factor, int maxOutput) {
    this.factor = factor;
    phases = factor == 1 ? new float[0][] : LowPass.phases(factor);
    branches = new float[phases.length][TAPS - 1 + maxOutput];
  }

  /** Converts {@code count} samples, a multiple of the factor; returns the samples written. */
  public int process(float[] samples, int count, float[] output, int outputOffset) {
    if (factor == 1) {
      System.arraycopy(samples, 0, output, outputOffset, count);
      return count;
    }
    int outputs = count / factor;
    Arrays.fill(output, outputOffset, outputOffset + outputs, 0);
    for (int phase = 0; phase < factor; phase++) {
      // Tap k of phase p meets the sample k periods and p input samples before the output.
      float[] branch = branches[phase];
      int position = factor - 1 - phase;
      for (int i = 0; i < outputs; i++) {
        branch[TAPS - 1 + i] = samples[position];
        position += factor;
      }
      LowPass.accumulate(phases[phase], branch, output, outputOffset, outputs);
      System.arraycopy(branch, outputs, branch, 0, TAPS - 1);
    }
    // Phases have unit gain each, for interpolation; decimation adds them up.
    for (int i = 0; i < outputs; i++) {
      output[outputOffset + i] /= factor;
    }
    return outputs;
  }
}
