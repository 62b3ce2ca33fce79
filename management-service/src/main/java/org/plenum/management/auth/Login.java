package org.plenum.management.auth;

import java.time.Duration;

/** What became of an attempt to log in. */
public sealed interface Login {
  /** Name and password belong together. */
  record Granted(Account account) implements Login {}

  /** They do not; why is nobody's business (SYS-055). */
  record Refused() implements Login {}

  /**
   * The attempt was not looked at.
   *
   * @param retryAfter when to try again
   */
  record TryLater(Duration retryAfter) implements Login {}
}
