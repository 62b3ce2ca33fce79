package org.plenum.node.sip;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The calls that exist, up to a limit. Thread-safe. */
final class SipCalls {
  private final Map<UUID, SipCallLeg> calls = new ConcurrentHashMap<>();
  private final int limit;
  private final Semaphore places;

  SipCalls(int limit) {
    this.limit = limit;
    this.places = new Semaphore(limit);
  }

  /** Takes a place for a call; false if all are taken. */
  boolean reserve() {
    return places.tryAcquire();
  }

  /** Gives back a place that no call came to use. */
  void cancelReservation() {
    places.release();
  }

  /** A call takes its reserved place. */
  void add(SipCallLeg call) {
    calls.put(call.id(), call);
  }

  /** A call is over for both sides. Idempotent. */
  void remove(SipCallLeg call) {
    if (calls.remove(call.id()) != null) {
      places.release();
    }
  }

  /** Waits until no call is left, and lets none in afterwards; false if some stay. */
  boolean awaitNone(Duration timeout) {
    try {
      return places.tryAcquire(limit, timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  List<SipCallLeg> all() {
    return List.copyOf(calls.values());
  }

  int count() {
    return calls.size();
  }
}
