package org.plenum.media.clock;

/** Monotonic time, and its relation to wall clock time. Thread-safe. */
public interface TimeSource {

  /** Monotonic time, ns; only differences mean something. */
  long nanoTime();

  /**
   * Wall clock time as a 64-bit NTP timestamp (RFC 3550 section 4): seconds since 1900 in the upper
   * half, their fraction in the lower. Advances with {@link #nanoTime()}, so that differences stay
   * true when the system clock is set.
   */
  long ntpTime();

  /** The system's clocks. */
  static TimeSource system() {
    return new SystemTime();
  }
}
