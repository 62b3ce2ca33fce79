package org.plenum.management.auth;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets few checks happen at the same time; the others wait for a while. */
final class Turnstile {
  private final Semaphore permits;
  private final Duration patience;

  /**
   * @param atOnce checks at the same time
   * @param patience how long one waits for its turn
   */
  Turnstile(int atOnce, Duration patience) {
    this.permits = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  Verdict pass(Supplier<Verdict> check) {
    try {
      if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Verdict.Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Verdict.Busy();
    }
    try {
      return check.get();
    } finally {
      permits.release();
    }
  }
}
