package org.plenum.media.video.schedule;

import java.util.concurrent.TimeUnit;

/**
 * Lowers the frame rate of all compositions together when the processor cannot keep up, so that
 * pictures stay evenly spaced instead of dropping at random, and raises it again step by step. Any
 * thread.
 */
public final class FrameRateGovernor {

  private static final int[] STEPS = {30, 25, 20, 15, 10};
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A window with more late frames than this, in percent, is overloaded. */
  private static final int OVERLOAD_PERCENT = 25;

  /** A window with fewer late frames than this, in percent, is calm. */
  private static final int CALM_PERCENT = 5;

  /** Overloaded windows in a row before the rate falls: joining is a short burst of work. */
  private static final int OVERLOADED_WINDOWS = 3;

  /** Calm windows in a row before the rate rises. */
  private static final int CALM_WINDOWS = 2;

  private int step;
  private int due;
  private int late;
  private int overloadedWindows;
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
    overloadedWindows = late * 100 > due * OVERLOAD_PERCENT ? overloadedWindows + 1 : 0;
    calmWindows = late * 100 < due * CALM_PERCENT ? calmWindows + 1 : 0;
    if (overloadedWindows >= OVERLOADED_WINDOWS) {
      step = Math.min(step + 1, STEPS.length - 1);
      overloadedWindows = 0;
    } else if (calmWindows >= CALM_WINDOWS) {
      step = Math.max(step - 1, 0);
      calmWindows = 0;
    }
    due = 0;
    late = 0;
  }
}
