package org.plenum.media.rtp;

/**
 * What may be sent, from the losses that the other side reports: more than a tenth lost cuts it in
 * proportion, less than a fiftieth lets it grow slowly. Used by the socket thread.
 */
final class SendBudget {

  private static final double HIGH_LOSS = 0.10;
  private static final double LOW_LOSS = 0.02;
  private static final double GROWTH = 1.08;
  private static final int MINIMUM_KBPS = 64;

  private int maxKbps;
  private double kbps;

  /** A plan sets the upper limit; returns the budget. */
  int limit(int newMaxKbps) {
    if (kbps == 0 || kbps >= maxKbps) {
      kbps = newMaxKbps;
    }
    maxKbps = newMaxKbps;
    kbps = Math.min(kbps, maxKbps);
    return (int) kbps;
  }

  /**
   * A report arrived.
   *
   * @param fractionLost losses since the previous report, in 1/256
   * @return the budget, kilobit/s
   */
  int onReport(int fractionLost) {
    double loss = fractionLost / 256.0;
    if (loss > HIGH_LOSS) {
      kbps *= 1 - loss / 2;
    } else if (loss < LOW_LOSS) {
      kbps *= GROWTH;
    }
    kbps = Math.min(maxKbps, Math.max(Math.min(MINIMUM_KBPS, maxKbps), kbps));
    return (int) kbps;
  }
}
