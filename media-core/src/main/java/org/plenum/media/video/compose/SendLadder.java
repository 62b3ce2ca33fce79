package org.plenum.media.video.compose;

import org.plenum.media.codec.VideoCodec;
import org.plenum.media.plan.VideoFormat;
import org.plenum.media.video.codec.EncoderFormat;
import org.plenum.media.video.schedule.FrameClock;

/**
 * Chooses picture size and bit rate for a receiver. Both come in few steps, so that receivers with
 * similar budgets share an encoder.
 */
final class SendLadder {

  private static final int[] RATES = {64, 128, 192, 256, 384, 512, 700, 900, 1_200, 1_600, 2_000};

  /** A picture size, the rate from which it looks better than the next smaller one, and a cap. */
  private record Rung(int width, int height, int minKbps, int maxKbps) {}

  private static final Rung[] RUNGS = {
    new Rung(1280, 720, 900, 2_000),
    new Rung(640, 360, 256, 900),
    new Rung(320, 180, 128, 256),
    new Rung(160, 90, 0, 128),
  };

  private SendLadder() {}

  /** The highest step within a budget, kilobit/s; the lowest step if the budget is below all. */
  static int rate(int budgetKbps) {
    int rate = RATES[0];
    for (int candidate : RATES) {
      if (candidate <= budgetKbps) {
        rate = candidate;
      }
    }
    return rate;
  }

  /**
   * The format for a receiver.
   *
   * @param limits what the receiver takes
   * @param rateKbps a step of {@link #rate}
   */
  static EncoderFormat format(VideoFormat limits, int rateKbps) {
    Rung rung = rung(limits, rateKbps);
    return new EncoderFormat(
        limits.codec(),
        limits.codec() == VideoCodec.H264 ? limits.packetizationMode() : 0,
        rung.width,
        rung.height,
        Math.clamp(limits.maxFps(), 1, FrameClock.TICKS_PER_SECOND),
        Math.min(rateKbps, rung.maxKbps));
  }

  private static Rung rung(VideoFormat limits, int rateKbps) {
    for (Rung rung : RUNGS) {
      if (rung.width <= limits.maxWidth()
          && rung.height <= limits.maxHeight()
          && rung.minKbps <= rateKbps) {
        return rung;
      }
    }
    return RUNGS[RUNGS.length - 1];
  }
}
