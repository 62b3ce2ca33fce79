package org.plenum.node.conference;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the events of one conference one at a time: the single owner of its state, so that the state
 * needs no locks. Borrows a thread only while there is work.
 *
 * <p>Two ways in, both bounded. {@link #execute} is for events that must not be lost, such as the
 * end of a call: it makes its caller wait while the queue is full. {@link Signal#raise} is for
 * threads that must not wait, such as those of media: a signal that waits already is not queued
 * again, so that what it stands for must be read when it runs.
 */
final class EventLoop implements Executor {
  /** Many events of each participant of a large conference. */
  private static final int MAX_WAITING = 4_096;

  private static final Logger log = LoggerFactory.getLogger(EventLoop.class);

  private final Executor threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final ArrayDeque<Runnable> events = new ArrayDeque<>();
  private final ArrayDeque<Signal> raised = new ArrayDeque<>();
  private boolean running;
  private volatile @Nullable Thread owner;

  EventLoop(Executor threads) {
    this.threads = threads;
  }

  /** Queues an event; waits for room unless called by an event of this loop. */
  @Override
  public void execute(Runnable event) {
    lock.lock();
    try {
      while (events.size() >= MAX_WAITING && Thread.currentThread() != owner) {
        room.awaitUninterruptibly();
      }
      events.add(event);
      wake();
    } finally {
      lock.unlock();
    }
  }

  /** Creates a signal that runs a task on this loop. */
  Signal signal(Runnable task) {
    return new Signal(task);
  }

  private void wake() {
    if (!running) {
      threads.execute(this::drain);
      running = true;
    }
  }

  private void drain() {
    owner = Thread.currentThread();
    Runnable next = next();
    while (next != null) {
      try {
        next.run();
      } catch (RuntimeException e) {
        // One broken event must not take the events after it with it.
        log.error("An event of a conference failed", e);
      }
      next = next();
    }
  }

  private @Nullable Runnable next() {
    lock.lock();
    try {
      Signal signal = raised.poll();
      if (signal != null) {
        return signal;
      }
      Runnable event = events.poll();
      if (event == null) {
        owner = null;
        running = false;
      }
      room.signal();
      return event;
    } finally {
      lock.unlock();
    }
  }

  /** Something to look at soon, however often it was raised. */
  final class Signal implements Runnable {
    private final Runnable task;
    private final AtomicBoolean waiting = new AtomicBoolean();

    private Signal(Runnable task) {
      this.task = task;
    }

    /** Makes the task run. Returns at once; may be called from any thread. */
    void raise() {
      if (!waiting.compareAndSet(false, true)) {
        return;
      }
      lock.lock();
      try {
        raised.add(this);
        wake();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void run() {
      waiting.set(false);
      task.run();
    }
  }
}
