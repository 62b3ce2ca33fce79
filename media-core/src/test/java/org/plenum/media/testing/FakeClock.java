package org.plenum.media.testing;

import java.util.concurrent.TimeUnit;
import org.plenum.media.clock.TimeSource;

/** Time that stands until a test moves it. */
public final class FakeClock implements TimeSource {

  private static final long START_NTP_SECONDS = 0xB705_0000L;
  private long nanos = 1;

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public long ntpTime() {
    long second = TimeUnit.SECONDS.toNanos(1);
    return (START_NTP_SECONDS + nanos / second) << 32 | ((nanos % second) << 32) / second;
  }

  public void advanceMillis(long millis) {
    nanos += TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
