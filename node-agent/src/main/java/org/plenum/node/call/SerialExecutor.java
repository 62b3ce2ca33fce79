package org.plenum.node.call;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one at a time in the order given: the single owner of a call's state, so that the
 * state needs no locks. Borrows a thread of the underlying executor only while there is work.
 */
public final class SerialExecutor implements Executor {
  /** Far more than a call ever has waiting; a peer that floods a call reaches it and is refused. */
  private static final int MAX_WAITING = 1_000;

  private static final Logger log = LoggerFactory.getLogger(SerialExecutor.class);

  private final Executor threads;
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  /**
   * @param threads where tasks run, for example one virtual thread each
   */
  public SerialExecutor(Executor threads) {
    this.threads = threads;
  }

  /**
   * Queues a task behind those given before.
   *
   * @throws RejectedExecutionException too many tasks wait already
   */
  @Override
  public void execute(Runnable task) {
    synchronized (waiting) {
      if (waiting.size() >= MAX_WAITING) {
        throw new RejectedExecutionException(MAX_WAITING + " events of one call wait already");
      }
      waiting.add(task);
      if (running) {
        return;
      }
      running = true;
    }
    threads.execute(this::drain);
  }

  private void drain() {
    while (true) {
      Runnable task;
      synchronized (waiting) {
        task = waiting.poll();
        if (task == null) {
          running = false;
          return;
        }
      }
      try {
        task.run();
      } catch (RuntimeException e) {
        // One broken event must not take the call's other events, such as its end, with it.
        log.error("An event of a call failed", e);
      }
    }
  }
}
