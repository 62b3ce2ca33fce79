package org.plenum.console.resource;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.plenum.console.concurrent.Task;
import org.plenum.console.concurrent.TaskExecutor;

/** Runs work at once, or once it is released; delayed actions when the test says so. */
final class ImmediateTasks implements TaskExecutor {
  final Deque<Runnable> delayed = new ArrayDeque<>();
  private final Deque<Runnable> held = new ArrayDeque<>();
  private boolean holding;

  /** Work waits from now on. */
  void hold() {
    holding = true;
  }

  /** What waits is run, in its order. */
  void release() {
    holding = false;
    while (!held.isEmpty()) {
      held.pop().run();
    }
  }

  @Override
  public <T> Task run(
      Callable<? extends T> work,
      Consumer<? super T> onSuccess,
      Consumer<? super Exception> onFailure) {
    if (holding) {
      held.add(() -> run(work, onSuccess, onFailure));
      return Task.DONE;
    }
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
