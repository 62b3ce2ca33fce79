package org.plenum.console.concurrent;

/** Work that was started and may be given up. */
@FunctionalInterface
public interface Task {
  /** A task that has nothing left to do. */
  Task DONE = () -> {};

  /** Interrupts the work and forgets its outcome; without effect when it is done. */
  void cancel();
}
