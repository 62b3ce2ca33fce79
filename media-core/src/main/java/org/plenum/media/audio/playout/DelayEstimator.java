package org.plenum.media.audio.playout;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How much later than the fastest packets most packets arrive: the delay that playout must add. A
 * histogram with slow forgetting of each packet's lateness against the recent minimum. One thread
 * at a time.
 */
final class DelayEstimator {

  private static final int BIN_MILLIS = 5;
  private static final int BINS = 80;
  private static final double FORGETTING = 0.99;
  private static final double COVERED = 0.97;
  // The fastest packet is sought in the current and the previous window, so that clock drift and
  // route changes wear off.
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(4);

  private final double[] histogram = new double[BINS];
  private boolean started;
  private int lastTimestamp;
  private long mediaNanos;
  private long firstArrival;
  private long minimum;
  private long previousMinimum;
  private long windowStart;
  private int targetMillis;

  DelayEstimator() {
    reset();
  }

  void reset() {
    started = false;
    Arrays.fill(histogram, 0);
    histogram[0] = 1;
    targetMillis = 0;
  }

  void onPacket(int timestamp, int clockRate, long arrivalNanos) {
    if (!started) {
      started = true;
      mediaNanos = 0;
      firstArrival = arrivalNanos;
      minimum = 0;
      previousMinimum = Long.MAX_VALUE;
      windowStart = arrivalNanos;
    } else {
      mediaNanos += (long) (timestamp - lastTimestamp) * TimeUnit.SECONDS.toNanos(1) / clockRate;
    }
    lastTimestamp = timestamp;
    long transit = arrivalNanos - firstArrival - mediaNanos;
    if (arrivalNanos - windowStart > WINDOW_NANOS) {
      previousMinimum = minimum;
      minimum = transit;
      windowStart = arrivalNanos;
    }
    minimum = Math.min(minimum, transit);
    long late = transit - Math.min(minimum, previousMinimum);
    int bin = (int) Math.min(BINS - 1, TimeUnit.NANOSECONDS.toMillis(late) / BIN_MILLIS);
    for (int i = 0; i < BINS; i++) {
      histogram[i] *= FORGETTING;
    }
    histogram[bin] += 1 - FORGETTING;
    targetMillis = covering() * BIN_MILLIS;
  }

  private int covering() {
    double sum = 0;
    for (int i = 0; i < BINS; i++) {
      sum += histogram[i];
      if (sum >= COVERED) {
        return i;
      }
    }
    return BINS - 1;
  }

  /** Lateness that nearly all packets stay within, ms. */
  int lateMillis() {
    return targetMillis;
  }
}
