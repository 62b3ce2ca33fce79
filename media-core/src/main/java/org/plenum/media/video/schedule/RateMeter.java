package org.plenum.media.video.schedule;

import java.util.concurrent.TimeUnit;

/** Counts events per second over the last full second. Any thread. */
public final class RateMeter {

  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);

  private long windowStartNanos;
  private int current;
  private int previous;
  private boolean started;

  /** Counts an event. */
  public synchronized void count(long nowNanos) {
    roll(nowNanos);
    current++;
  }

  /** Events in the last full second. */
  public synchronized int perSecond(long nowNanos) {
    roll(nowNanos);
    return previous;
  }

  private void roll(long nowNanos) {
    if (!started) {
      started = true;
      windowStartNanos = nowNanos;
    }
    long elapsed = nowNanos - windowStartNanos;
    if (elapsed >= WINDOW_NANOS) {
      previous = elapsed < 2 * WINDOW_NANOS ? current : 0;
      current = 0;
      windowStartNanos = nowNanos - elapsed % WINDOW_NANOS;
    }
  }
}
