package org.plenum.node.conference;

import java.time.Duration;

/** Starts timers whose tasks run on the owner of a conference. */
interface Timers {

  /** Runs a task once after a delay, unless cancelled before. */
  Timer start(Duration delay, Runnable task);

  /** A started timer. */
  interface Timer {
    /** The task does not run any more. Called on the owner; idempotent. */
    void cancel();
  }
}
