package org.plenum.management.ldap;

import java.time.Duration;
import org.plenum.management.ldap.DirectoryException.Problem;

/**
 * When everything that belongs together must be done.
 *
 * @param nanoTime moment on the clock of {@link System#nanoTime()}
 */
record Deadline(long nanoTime) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /**
   * How long the next step may take.
   *
   * @param atMost limit of the step by itself
   * @return milliseconds, at least 1
   * @throws DirectoryException if no time is left
   */
  int millis(Duration atMost) throws DirectoryException {
    long left = Duration.ofNanos(nanoTime - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new DirectoryException(Problem.UNREACHABLE, "The LDAP server did not answer in time.");
    }
    return (int) Math.min(left, atMost.toMillis());
  }
}
