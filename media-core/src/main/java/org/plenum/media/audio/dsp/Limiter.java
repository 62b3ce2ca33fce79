package org.plenum.media.audio.dsp;

/**
 * Keeps a mix below full scale: lowers the gain at once when a frame is too loud, raises it again
 * over seconds. What overshoots while the gain comes down is bent smoothly. One thread.
 */
public final class Limiter {

  private static final float CEILING = 0.9f;
  private static final float RELEASE_PER_FRAME = 1.01f;
  private static final int ATTACK_SAMPLES = 96;
  private static final float KNEE = 0.9f;

  private float gain = 1;

  /** Limits a frame in place. */
  public void process(float[] frame) {
    float peak = Frame.peak(frame, Frame.SAMPLES);
    float wanted = peak > CEILING ? CEILING / peak : 1;
    float next = wanted < gain ? wanted : Math.min(wanted, gain * RELEASE_PER_FRAME);
    if (gain == 1 && next == 1) {
      return;
    }
    float step = (next - gain) / ATTACK_SAMPLES;
    for (int i = 0; i < ATTACK_SAMPLES; i++) {
      frame[i] = bend(frame[i] * (gain + step * i));
    }
    for (int i = ATTACK_SAMPLES; i < Frame.SAMPLES; i++) {
      frame[i] *= next;
    }
    gain = next;
  }

  /** Identity up to the knee, then approaching 1. */
  private static float bend(float sample) {
    float magnitude = Math.abs(sample);
    if (magnitude <= KNEE) {
      return sample;
    }
    float over = (magnitude - KNEE) / (1 - KNEE);
    return Math.copySign(KNEE + (1 - KNEE) * over / (1 + over), sample);
  }
}
