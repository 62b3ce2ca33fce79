package org.plenum.console.control;

import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.plenum.console.concurrent.Task;
import org.plenum.console.concurrent.TaskExecutor;

/** Beats once a second, for durations on the screen. For the JavaFX thread. */
public final class Ticker implements AutoCloseable {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TaskExecutor tasks;
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Task next = Task.DONE;

  /** A ticker that beats from now on. */
  public Ticker(TaskExecutor tasks) {
    this.tasks = tasks;
    next = tasks.schedule(SECOND, this::tick);
  }

  /**
   * Calls a listener with each beat.
   *
   * @return to be run when the listener has lost interest
   */
  public Runnable onTick(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void tick() {
    next = tasks.schedule(SECOND, this::tick);
    listeners.forEach(Runnable::run);
  }

  @Override
  public void close() {
    next.cancel();
  }
}
