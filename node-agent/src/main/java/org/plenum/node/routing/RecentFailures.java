package org.plenum.node.routing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.plenum.model.collection.BoundedMap;

/**
 * Counts failures in the last ten minutes. Bounded: of many keys, those that have not failed for
 * longest are forgotten; of many failures of one key, the newest are kept. Thread-safe.
 *
 * @param <K> who or what fails
 */
final class RecentFailures<K> {
  /** How far back failures count. */
  static final Duration WINDOW = Duration.ofMinutes(10);

  private static final int MAX_KEYS = 10_000;

  /** One more than the highest limit that can be set. */
  private static final int MAX_COUNTED = 201;

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<K, Times> failures = BoundedMap.byUse(MAX_KEYS);

  RecentFailures(InstantSource clock) {
    this.clock = clock;
  }

  /** Notes a failure. */
  void add(K key) {
    lock.lock();
    try {
      Times times = failures.computeIfAbsent(key, k -> new Times());
      times.forgetBefore(clock.millis() - WINDOW.toMillis());
      times.add(clock.millis());
    } finally {
      lock.unlock();
    }
  }

  /** Failures in the last ten minutes; no more than 201 are told apart. */
  int count(K key) {
    lock.lock();
    try {
      Times times = failures.get(key);
      if (times == null) {
        return 0;
      }
      times.forgetBefore(clock.millis() - WINDOW.toMillis());
      if (times.count == 0) {
        failures.remove(key);
      }
      return times.count;
    } finally {
      lock.unlock();
    }
  }

  /** Times in milliseconds since 1970, oldest first. */
  private static final class Times {
    private long[] millis = new long[8];
    private int count;

    void forgetBefore(long oldest) {
      int gone = 0;
      while (gone < count && millis[gone] <= oldest) {
        gone++;
      }
      forget(gone);
    }

    void add(long now) {
      if (count == MAX_COUNTED) {
        forget(1);
      }
      if (count == millis.length) {
        millis = Arrays.copyOf(millis, Math.min(2 * count, MAX_COUNTED));
      }
      millis[count++] = now;
    }

    private void forget(int oldest) {
      System.arraycopy(millis, oldest, millis, 0, count - oldest);
      count -= oldest;
    }
  }
}
