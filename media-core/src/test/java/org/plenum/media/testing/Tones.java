package org.plenum.media.testing;

import org.plenum.media.audio.dsp.Frame;

/** Sine waves and how much of one is in a recording. */
public final class Tones {
  private Tones() {}

  /** Continues a sine of given amplitude at a sample position. */
  public static void sine(float[] frame, double hertz, double amplitude, long position) {
    for (int i = 0; i < frame.length; i++) {
      frame[i] =
          (float) (amplitude * Math.sin(2 * Math.PI * hertz * (position + i) / Frame.SAMPLE_RATE));
    }
  }

  /** Level of one frequency, dB relative to a full-scale sine (Goertzel, Hann window). */
  public static double levelDb(float[] samples, int from, int count, double hertz, int rate) {
    double omega = 2 * Math.PI * hertz / rate;
    double real = 0;
    double imaginary = 0;
    double weights = 0;
    for (int i = 0; i < count; i++) {
      double weight = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / count);
      real += weight * samples[from + i] * Math.cos(omega * i);
      imaginary += weight * samples[from + i] * Math.sin(omega * i);
      weights += weight;
    }
    double amplitude = 2 * Math.hypot(real, imaginary) / weights;
    return 20 * Math.log10(Math.max(amplitude, 1e-9));
  }
}
