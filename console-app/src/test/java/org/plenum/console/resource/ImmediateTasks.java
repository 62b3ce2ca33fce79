package org.plenum.console.resource;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.plenum.console.concurrent.Task;
import org.plenum.console.concurrent.TaskExecutor;

/** Runs work at once, and delayed actions when the test says so. */
final class ImmediateTasks implements TaskExecutor {
  final Deque<Runnable> delayed = new ArrayDeque<>();

  @Override
  public <T> Task run(
      Callable<? extends T> work,
      Consumer<? super T> onSuccess,
      Consumer<? super Exception> onFailure) {
    T result;
    try {
      result = work.call();
    } catch (Exception e) {
      onFailure.accept(e);
      return Task.DONE;
    }
    onSuccess.accept(result);
    return Task.DONE;
  }

  @Override
  public Task schedule(Duration delay, Runnable onUi) {
    delayed.add(onUi);
    return () -> delayed.remove(onUi);
  }

  @Override
  public void onUi(Runnable action) {
    action.run();
  }

  @Override
  public void close() {
    delayed.clear();
  }
}
