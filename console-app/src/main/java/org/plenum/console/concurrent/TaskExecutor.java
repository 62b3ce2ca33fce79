package org.plenum.console.concurrent;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * The one door between the JavaFX thread and everything that may block. View-models are used on the
 * JavaFX thread alone; what they start here runs elsewhere, and its outcome comes back on the
 * JavaFX thread.
 */
public interface TaskExecutor extends AutoCloseable {
  /**
   * Runs blocking work on a thread of its own, then one of the consumers on the JavaFX thread,
   * unless the task was cancelled by then.
   */
  <T> Task run(
      Callable<? extends T> work,
      Consumer<? super T> onSuccess,
      Consumer<? super Exception> onFailure);

  /** Runs something on the JavaFX thread after a delay. */
  Task schedule(Duration delay, Runnable onUi);

  /** Runs something on the JavaFX thread, soon; callable from every thread. */
  void onUi(Runnable action);

  /** Cancels what still runs. */
  @Override
  void close();
}
