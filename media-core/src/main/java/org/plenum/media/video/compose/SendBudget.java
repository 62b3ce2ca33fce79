package org.plenum.media.video.compose;

import java.util.concurrent.TimeUnit;

/**
 * Turns a budget that moves all the time into a rate that moves seldom: down at once, up only when
 * the budget has been clearly higher for some time. One thread at a time.
 */
final class SendBudget {

  private static final long RISE_NANOS = TimeUnit.SECONDS.toNanos(4);

  /** A rise needs this much more than the step itself, in percent. */
  private static final int RISE_MARGIN_PERCENT = 10;

  private int limitKbps;
  private int estimateKbps = Integer.MAX_VALUE;
  private int rateKbps;
  private boolean rising;
  private long risingSinceNanos;

  /** Sets what was negotiated; in force at once. */
  void limit(int kbps) {
    limitKbps = kbps;
    rateKbps = SendLadder.rate(Math.min(limitKbps, estimateKbps));
    rising = false;
  }

  /** Takes an estimate of what the path carries. */
  void estimate(int kbps, long nowNanos) {
    estimateKbps = kbps;
    int budget = Math.min(limitKbps, estimateKbps);
    int wanted = SendLadder.rate(budget);
    // At the negotiated limit there is nothing to hesitate about: no margin can be had above it.
    int safe =
        budget == limitKbps
            ? wanted
            : SendLadder.rate((int) (budget * 100L / (100 + RISE_MARGIN_PERCENT)));
    if (wanted <= rateKbps) {
      rateKbps = wanted;
      rising = false;
    } else if (safe <= rateKbps) {
      rising = false;
    } else if (!rising) {
      rising = true;
      risingSinceNanos = nowNanos;
    } else if (nowNanos - risingSinceNanos >= RISE_NANOS) {
      rateKbps = safe;
      rising = false;
    }
  }

  /** Rate to send with, a step of the ladder, kilobit/s. */
  int rateKbps() {
    return rateKbps;
  }
}
