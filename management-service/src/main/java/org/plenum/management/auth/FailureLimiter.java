package org.plenum.management.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.plenum.model.collection.BoundedMap;

/**
 * Slows down who guesses passwords: after some failures, the next attempt must wait, twice as long
 * after each further failure. Bounded: the keys that have been quiet longest are forgotten first.
 * Safe for several threads.
 */
final class FailureLimiter {
  private static final int MAX_KEYS = 10_000;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration MEMORY = Duration.ofMinutes(15);

  private final int freeFailures;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Failures> failures = BoundedMap.byUse(MAX_KEYS);

  private record Failures(int count, Instant last, Instant blockedUntil) {}

  /**
   * Limits attempts.
   *
   * @param freeFailures failures of one key that have no consequence
   */
  FailureLimiter(int freeFailures, InstantSource clock) {
    this.freeFailures = freeFailures;
    this.clock = clock;
  }

  /** How long the next attempt has to wait; zero if it may be made now. */
  Duration waitFor(String key) {
    lock.lock();
    try {
      Failures known = failures.get(key);
      if (known == null) {
        return Duration.ZERO;
      }
      Duration left = Duration.between(clock.instant(), known.blockedUntil());
      return left.isNegative() ? Duration.ZERO : left;
    } finally {
      lock.unlock();
    }
  }

  /** Notes a failed attempt. */
  void failed(String key) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Failures known = failures.get(key);
      boolean stale = known == null || known.last().plus(MEMORY).isBefore(now);
      int count = stale ? 1 : known.count() + 1;
      failures.put(key, new Failures(count, now, now.plus(waitAfter(count))));
    } finally {
      lock.unlock();
    }
  }

  /** Forgets the failures of a key. */
  void succeeded(String key) {
    lock.lock();
    try {
      failures.remove(key);
    } finally {
      lock.unlock();
    }
  }

  private Duration waitAfter(int count) {
    int excess = count - freeFailures;
    if (excess <= 0) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(excess - 1, 6));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
