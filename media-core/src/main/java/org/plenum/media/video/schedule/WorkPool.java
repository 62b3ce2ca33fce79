package org.plenum.media.video.schedule;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that decode, compose and encode, with a bounded queue of work. Any thread. */
public final class WorkPool implements AutoCloseable {

  private static final long CLOSE_SECONDS = 5;

  private final ThreadPoolExecutor executor;

  /**
   * Starts the threads.
   *
   * @param threads number of threads
   * @param queueCapacity most tasks that may wait
   */
  public WorkPool(int threads, int queueCapacity) {
    AtomicInteger number = new AtomicInteger();
    executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queueCapacity),
            work ->
                Thread.ofPlatform()
                    .daemon()
                    .name("video-worker-" + number.incrementAndGet())
                    .unstarted(work));
  }

  /** Queues a task; false if the queue is full or the pool is closed. */
  public boolean tryExecute(Runnable task) {
    try {
      executor.execute(task);
      return true;
    } catch (RejectedExecutionException overloadedOrClosed) {
      return false;
    }
  }

  /** Drops what waits and waits, some seconds at most, for what runs. Idempotent. */
  @Override
  public void close() {
    executor.shutdownNow();
    try {
      executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
