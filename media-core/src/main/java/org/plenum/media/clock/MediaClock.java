package org.plenum.media.clock;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that ticks every 20 ms. What it ticks must not block. */
public final class MediaClock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MediaClock.class);
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long STOP_MILLIS = 2_000;

  private final CopyOnWriteArrayList<Ticked> ticked = new CopyOnWriteArrayList<>();
  private final TimeSource time;
  private final Thread thread;
  private volatile boolean stopped;

  /** Something that is done once a tick. */
  @FunctionalInterface
  public interface Ticked {
    void tick();
  }

  /** Starts the thread. */
  public MediaClock(String name, TimeSource time) {
    this.time = time;
    thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    thread.start();
  }

  /** Begins to tick something. */
  public void add(Ticked one) {
    ticked.addIfAbsent(one);
  }

  /** Ceases to tick something; a tick under way may still end. */
  public void remove(Ticked one) {
    ticked.remove(one);
  }

  /** Number of things ticked, for spreading load. */
  public int load() {
    return ticked.size();
  }

  private void run() {
    TickSchedule schedule = new TickSchedule(time.nanoTime(), PERIOD_NANOS);
    while (!stopped) {
      long remaining = schedule.remaining(time.nanoTime());
      if (remaining > 0) {
        LockSupport.parkNanos(this, remaining);
        continue;
      }
      schedule.ticked(time.nanoTime());
      for (Ticked one : ticked) {
        tick(one);
      }
    }
  }

  private static void tick(Ticked one) {
    try {
      one.tick();
    } catch (RuntimeException e) {
      // One broken conference must not silence the others on this clock.
      LOG.error("media tick failed", e);
    }
  }

  /** Stops the thread; the tick under way is finished when this returns. */
  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    if (Thread.currentThread().equals(thread)) {
      return;
    }
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
