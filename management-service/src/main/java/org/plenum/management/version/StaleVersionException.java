package org.plenum.management.version;

import java.util.OptionalLong;

/** Something was changed since the client looked. */
public final class StaleVersionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StaleVersionException(long seen, long current) {
    super(
        "The configuration has version %d by now, not %d any more; look at it again."
            .formatted(current, seen));
  }

  /**
   * Makes sure that the configuration has the version that a client has seen.
   *
   * @throws StaleVersionException if it has another one
   */
  public static void check(OptionalLong seen, long current) {
    if (seen.isPresent() && seen.getAsLong() != current) {
      throw new StaleVersionException(seen.getAsLong(), current);
    }
  }
}
