package org.plenum.media.clock;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The wall clock read once, advanced by the monotonic clock. */
final class SystemTime implements TimeSource {

  private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;
  private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final long startNanos = System.nanoTime();
  private final long startSeconds;
  private final long startFractionNanos;

  SystemTime() {
    Instant start = Instant.now();
    startSeconds = start.getEpochSecond() + SECONDS_1900_TO_1970;
    startFractionNanos = start.getNano();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long ntpTime() {
    long nanos = startFractionNanos + System.nanoTime() - startNanos;
    long seconds = startSeconds + Math.floorDiv(nanos, NANOS_PER_SECOND);
    long fraction = (Math.floorMod(nanos, NANOS_PER_SECOND) << 32) / NANOS_PER_SECOND;
    return seconds << 32 | fraction;
  }
}
