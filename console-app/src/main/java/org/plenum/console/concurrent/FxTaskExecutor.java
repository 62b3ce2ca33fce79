package org.plenum.console.concurrent;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Virtual threads for the work, {@link Platform#runLater} for its outcome. */
public final class FxTaskExecutor implements TaskExecutor {
  private static final Logger LOG = LoggerFactory.getLogger(FxTaskExecutor.class);

  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("console-timer").daemon().factory());

  @Override
  public <T> Task run(
      Callable<? extends T> work,
      Consumer<? super T> onSuccess,
      Consumer<? super Exception> onFailure) {
    BackgroundTask<T> task = new BackgroundTask<>(work, onSuccess, onFailure);
    Thread thread = Thread.ofVirtual().name("console-task").unstarted(task);
    task.thread = thread;
    running.add(thread);
    if (closed.get()) {
      running.remove(thread);
      return Task.DONE;
    }
    thread.start();
    return task;
  }

  @Override
  public Task schedule(Duration delay, Runnable onUi) {
    AtomicBoolean cancelled = new AtomicBoolean();
    Runnable unlessCancelled =
        () -> {
          if (!cancelled.get()) {
            onUi.run();
          }
        };
    try {
      Future<?> timeout =
          timer.schedule(() -> onUi(unlessCancelled), delay.toMillis(), TimeUnit.MILLISECONDS);
      return () -> {
        cancelled.set(true);
        timeout.cancel(false);
      };
    } catch (RejectedExecutionException e) {
      LOG.debug("the console is closing", e);
      return Task.DONE;
    }
  }

  @Override
  public void onUi(Runnable action) {
    if (closed.get()) {
      return;
    }
    try {
      Platform.runLater(action);
    } catch (IllegalStateException e) {
      LOG.debug("the toolkit has shut down", e);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      timer.shutdownNow();
      running.forEach(Thread::interrupt);
    }
  }

  private final class BackgroundTask<T> implements Runnable, Task {
    private final Callable<? extends T> work;
    private final Consumer<? super T> onSuccess;
    private final Consumer<? super Exception> onFailure;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile @Nullable Thread thread;

    BackgroundTask(
        Callable<? extends T> work,
        Consumer<? super T> onSuccess,
        Consumer<? super Exception> onFailure) {
      this.work = work;
      this.onSuccess = onSuccess;
      this.onFailure = onFailure;
    }

    @Override
    public void run() {
      try {
        T result = work.call();
        deliver(() -> onSuccess.accept(result));
      } catch (Exception e) {
        deliver(() -> onFailure.accept(e));
      } finally {
        running.remove(Thread.currentThread());
      }
    }

    @Override
    public void cancel() {
      cancelled.set(true);
      Thread worker = thread;
      if (worker != null) {
        worker.interrupt();
      }
    }

    private void deliver(Runnable outcome) {
      onUi(
          () -> {
            if (!cancelled.get()) {
              outcome.run();
            }
          });
    }
  }
}
