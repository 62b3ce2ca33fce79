package org.plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RtcpIntervalTest {

  private static final double COMPENSATION = Math.E - 1.5;

  @Test
  void isHalvedBeforeTheFirstReportAndRandomised() {
    // RandomGenerator of all ones and all zeros: the ends of the interval.
    RtcpInterval latest = new RtcpInterval(() -> -1L);
    RtcpInterval earliest = new RtcpInterval(() -> 0L);

    assertThat(seconds(latest.next(64))).isBetween(2.4 * 1.5 / COMPENSATION, 3.1);
    assertThat(seconds(latest.next(64))).isBetween(4.9 * 1.5 / COMPENSATION, 6.2);
    assertThat(seconds(earliest.next(64))).isBetween(1.0, 1.1);
    assertThat(seconds(earliest.next(64))).isBetween(2.0, 2.1);
  }

  @Test
  void isShorterForVideoButNotBelowASecond() {
    RtcpInterval interval = new RtcpInterval(RandomGenerator.of("L64X128MixRandom"));
    interval.next(2000);

    assertThat(seconds(interval.next(2000))).isBetween(0.5 / COMPENSATION, 1.5 / COMPENSATION);
  }

  @Test
  void growsWithTheSizeOfCompounds() {
    RtcpInterval interval = new RtcpInterval(() -> -1L);
    for (int i = 0; i < 200; i++) {
      interval.onCompound(1400);
    }
    interval.next(16);

    // Two participants share five percent of 16 kbit/s: 100 octets a second.
    assertThat(seconds(interval.next(16))).isGreaterThan(28 * 1.4 / COMPENSATION);
  }

  private static double seconds(long nanos) {
    return (double) nanos / TimeUnit.SECONDS.toNanos(1);
  }
}
