package org.plenum.console.concurrent;

import java.time.Duration;
import java.util.function.Supplier;

/** Work that begins after a while unless it is given up before. For the JavaFX thread. */
public final class DelayedTask implements Task {
  private Task current;

  /** Lets the delay begin. */
  public DelayedTask(TaskExecutor tasks, Duration delay, Supplier<Task> work) {
    current = tasks.schedule(delay, () -> current = work.get());
  }

  @Override
  public void cancel() {
    current.cancel();
  }
}
