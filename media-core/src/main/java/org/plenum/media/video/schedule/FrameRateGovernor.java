package org.plenum.media.video.schedule;

import java.util.concurrent.TimeUnit;

/**
 * Lowers the frame rate of all compositions together when the processor cannot keep up, so that
 * pictures stay evenly spaced instead of dropping at random, and raises it again step by step. Any
 * thread.
 */
public final class FrameRateGovernor {

  private static final int[] STEPS = {30, 25, 20, 15, 10, 6};
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** More late frames than this fraction of a window, in percent, lower the rate. */
  private static final int LATE_PERCENT = 15;

  /** Windows without a late frame before the rate rises. */
  private static final int CALM_WINDOWS = 5;

  private int step;
  private int due;
  private int late;
  private int calmWindows;
  private long windowEndNanos;

  /** Rate that compositions may use now, frames/s. */
  public synchronized int framesPerSecond() {
    return STEPS[step];
  }

  /** Notes that a frame was due and whether the previous one was still in work then. */
  public synchronized void frameDue(boolean wasLate, long nowNanos) {
    if (nowNanos - windowEndNanos >= 0) {
      endWindow();
      windowEndNanos = nowNanos + WINDOW_NANOS;
    }
    due++;
    if (wasLate) {
      late++;
    }
  }

  private void endWindow() {
    if (late * 100 > due * LATE_PERCENT) {
      step = Math.min(step + 1, STEPS.length - 1);
      calmWindows = 0;
    } else if (late == 0 && ++calmWindows >= CALM_WINDOWS) {
      step = Math.max(step - 1, 0);
      calmWindows = 0;
    }
    due = 0;
    late = 0;
  }
}
