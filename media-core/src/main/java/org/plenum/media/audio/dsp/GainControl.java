package org.plenum.media.audio.dsp;

/**
 * Brings talkers to a similar loudness: follows the level of speech slowly and changes the gain by
 * a few dB per second within narrow limits. One thread.
 */
public final class GainControl {

  private static final double TARGET_DB = -20;
  private static final double MAX_GAIN_DB = 12;
  private static final double MIN_GAIN_DB = -6;
  private static final double SPEECH_DB = -50;
  private static final double STEP_DB = 0.06;
  private static final double LEVEL_SMOOTHING = 0.05;

  private double speechDb = TARGET_DB;
  private double gainDb;
  private float gain = 1;

  /**
   * Applies the gain to a frame.
   *
   * @param levelDb level of the frame before
   */
  public void process(float[] frame, double levelDb) {
    if (levelDb > SPEECH_DB) {
      speechDb += (levelDb - speechDb) * LEVEL_SMOOTHING;
      double wanted = Math.clamp(TARGET_DB - speechDb, MIN_GAIN_DB, MAX_GAIN_DB);
      gainDb += Math.clamp(wanted - gainDb, -STEP_DB, STEP_DB);
    }
    float next = (float) Math.pow(10, gainDb / 20);
    float step = (next - gain) / Frame.SAMPLES;
    for (int i = 0; i < Frame.SAMPLES; i++) {
      frame[i] *= gain + step * i;
    }
    gain = next;
  }
}
