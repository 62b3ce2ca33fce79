package org.plenum.node.routing;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds the number of calls that the node has at a time, those included that are not answered yet.
 * Thread-safe.
 */
public final class CallSlots {
  /** Enough for any machine that mixes in software; the media ports end not far above. */
  public static final int DEFAULT_LIMIT = 1_000;

  private final int limit;
  private final Semaphore free;

  /**
   * @param limit most calls at a time
   */
  public CallSlots(int limit) {
    this.limit = limit;
    this.free = new Semaphore(limit);
  }

  /** Takes a slot; false if none is free. */
  boolean take() {
    return free.tryAcquire();
  }

  /** Makes the action that gives a slot back; only its first run counts. */
  Runnable giveBack() {
    AtomicBoolean given = new AtomicBoolean();
    return () -> {
      if (given.compareAndSet(false, true)) {
        free.release();
      }
    };
  }

  /** Calls at present. */
  public int inUse() {
    return limit - free.availablePermits();
  }

  /** Most calls at a time. */
  public int limit() {
    return limit;
  }
}
