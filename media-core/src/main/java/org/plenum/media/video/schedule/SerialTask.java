package org.plenum.media.video.schedule;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that never runs twice at the same time, however often it is signalled. Signals during a run
 * lead to one more run. Any thread; allocates nothing.
 */
public final class SerialTask {

  private static final Logger LOG = LoggerFactory.getLogger(SerialTask.class);

  private final WorkPool pool;
  private final Runnable body;
  private final AtomicInteger signals = new AtomicInteger();
  private final Runnable run = this::run;

  public SerialTask(WorkPool pool, Runnable body) {
    this.pool = pool;
    this.body = body;
  }

  /**
   * Asks for a run.
   *
   * @return false if the pool is full; nothing will run unless signalled again
   */
  public boolean signal() {
    if (signals.getAndIncrement() == 0) {
      return submit();
    }
    return true;
  }

  /** True while a run waits or works. */
  public boolean isBusy() {
    return signals.get() > 0;
  }

  private boolean submit() {
    if (pool.tryExecute(run)) {
      return true;
    }
    signals.set(0);
    return false;
  }

  private void run() {
    int seen = signals.get();
    try {
      body.run();
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.error("video work failed", e);
    }
    // Through the queue again: one busy stream must not keep the others waiting.
    if (signals.addAndGet(-seen) > 0) {
      submit();
    }
  }
}
