package org.plenum.media.video.schedule;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ticks 30 times a second on a thread of its own, and sleeps while nobody listens. Late ticks are
 * skipped, never made up for. Any thread may subscribe.
 */
public final class FrameClock implements AutoCloseable {

  /** Ticks per second. */
  public static final int TICKS_PER_SECOND = 30;

  private static final Logger LOG = LoggerFactory.getLogger(FrameClock.class);
  private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1) / TICKS_PER_SECOND;

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean closed;

  /** Something that happens once per video frame. */
  public interface Listener {
    /** A frame is due; must not block. */
    void onTick(long nowNanos);
  }

  public FrameClock() {
    thread = Thread.ofPlatform().daemon().name("video-clock").start(this::run);
  }

  public void subscribe(Listener listener) {
    listeners.add(listener);
    LockSupport.unpark(thread);
  }

  public void unsubscribe(Listener listener) {
    listeners.remove(listener);
  }

  /** Stops the thread. Idempotent. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long due = System.nanoTime();
    while (!closed) {
      if (listeners.isEmpty()) {
        LockSupport.park(this);
        due = System.nanoTime();
        continue;
      }
      due += PERIOD_NANOS;
      long now = sleepUntil(due);
      if (now - due > PERIOD_NANOS) {
        due = now;
      }
      tick(now);
    }
  }

  private long sleepUntil(long due) {
    long now = System.nanoTime();
    while (now < due && !closed) {
      LockSupport.parkNanos(this, due - now);
      now = System.nanoTime();
    }
    return now;
  }

  private void tick(long now) {
    for (Listener listener : listeners) {
      try {
        listener.onTick(now);
      } catch (RuntimeException e) {
        LOG.error("video clock listener failed", e);
      }
    }
  }
}
