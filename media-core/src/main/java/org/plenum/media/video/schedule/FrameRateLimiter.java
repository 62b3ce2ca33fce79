package org.plenum.media.video.schedule;

import java.util.concurrent.TimeUnit;

/** Picks evenly spaced ticks of the frame clock to reach a lower rate. One thread at a time. */
public final class FrameRateLimiter {

  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A tick may come this much before its frame is due: half a tick is the nearest one. */
  private static final long TOLERANCE_NANOS = SECOND_NANOS / FrameClock.TICKS_PER_SECOND / 2;

  private boolean started;
  private long dueNanos;

  /** True if a frame should be made now, at {@code fps} frames/s. */
  public boolean admits(int fps, long nowNanos) {
    long period = SECOND_NANOS / fps;
    if (!started || nowNanos - dueNanos > period) {
      started = true;
      dueNanos = nowNanos;
    }
    if (nowNanos - dueNanos < -TOLERANCE_NANOS) {
      return false;
    }
    dueNanos += period;
    return true;
  }
}
