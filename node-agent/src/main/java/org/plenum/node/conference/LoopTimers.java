package org.plenum.node.conference;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Timers that raise a signal of the conference's loop, so that no timer thread ever waits. */
final class LoopTimers implements Timers {
  private final ScheduledExecutorService scheduler;
  private final EventLoop loop;

  LoopTimers(ScheduledExecutorService scheduler, EventLoop loop) {
    this.scheduler = scheduler;
    this.loop = loop;
  }

  @Override
  public Timer start(Duration delay, Runnable task) {
    LoopTimer timer = new LoopTimer();
    EventLoop.Signal due =
        loop.signal(
            () -> {
              if (!timer.cancelled) {
                task.run();
              }
            });
    timer.scheduled = scheduler.schedule(due::raise, delay.toMillis(), TimeUnit.MILLISECONDS);
    return timer;
  }

  /** Used by the owner of the loop only. */
  private static final class LoopTimer implements Timer {
    private boolean cancelled;
    private @Nullable Future<?> scheduled;

    @Override
    public void cancel() {
      cancelled = true;
      if (scheduled != null) {
        scheduled.cancel(false);
      }
    }
  }
}
