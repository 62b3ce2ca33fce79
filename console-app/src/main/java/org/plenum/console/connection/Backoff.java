package org.plenum.console.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Time to wait before a connection is tried again: doubled with each attempt up to a limit, and
 * spread, so that many consoles do not come back at the same moment.
 */
public final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final double SPREAD = 0.2;

  private final RandomGenerator random;

  /** Takes the spread from {@code random}. */
  public Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** How long to wait before the attempt with this number, starting with 1. */
  public Duration before(int attempt) {
    int doublings = Math.min(attempt - 1, 10);
    long wait = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
    return Duration.ofMillis(Math.round(wait * (1 + SPREAD * (2 * random.nextDouble() - 1))));
  }
}
