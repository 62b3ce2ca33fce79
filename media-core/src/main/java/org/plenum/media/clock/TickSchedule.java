package org.plenum.media.clock;

/**
 * When the next tick is due. Ticks stand at absolute times, so that delays do not add up; after a
 * late tick the following ones come faster, but never all at once, and a long stop is left out.
 */
final class TickSchedule {

  private static final int MAX_LATE_PERIODS = 10;

  private final long periodNanos;
  private long due;
  private long notBefore;
  private long skipped;

  TickSchedule(long startNanos, long periodNanos) {
    this.periodNanos = periodNanos;
    due = startNanos;
    notBefore = startNanos;
  }

  /** Time until the next tick; zero or less if it is due. */
  long remaining(long nowNanos) {
    return Math.max(due - nowNanos, notBefore - nowNanos);
  }

  /** A tick begins now. */
  void ticked(long nowNanos) {
    long late = nowNanos - due;
    if (late > MAX_LATE_PERIODS * periodNanos) {
      long left = late / periodNanos;
      skipped += left;
      due += left * periodNanos;
    }
    due += periodNanos;
    // Half a period between ticks lets receivers' jitter buffers take the extra packets.
    notBefore = nowNanos + periodNanos / 2;
  }

  /** Ticks left out. */
  long skipped() {
    return skipped;
  }
}
