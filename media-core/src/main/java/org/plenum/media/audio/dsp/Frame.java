package org.plenum.media.audio.dsp;

/** The unit in which sound moves through the engine: 20 ms of mono samples at 48 kHz. */
public final class Frame {
  public static final int SAMPLE_RATE = 48_000;
  public static final int MILLIS = 20;

  /** Samples per frame. */
  public static final int SAMPLES = SAMPLE_RATE / 1000 * MILLIS;

  /** Level of a frame of zeros, dB. */
  public static final double SILENCE_DB = -100;

  private Frame() {}

  /** Root mean square of samples, dB relative to a full-scale square wave; -100 for silence. */
  public static double levelDb(float[] samples, int count) {
    double energy = 0;
    for (int i = 0; i < count; i++) {
      energy += samples[i] * samples[i];
    }
    double mean = energy / count;
    return mean <= 1e-10 ? SILENCE_DB : 10 * Math.log10(mean);
  }

  /** Largest magnitude. */
  public static float peak(float[] samples, int count) {
    float peak = 0;
    for (int i = 0; i < count; i++) {
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    return peak;
  }
}
