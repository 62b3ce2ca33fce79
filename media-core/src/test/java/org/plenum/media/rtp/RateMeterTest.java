package org.plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateMeterTest {

  @Test
  void measuresTheLastTwoSeconds() {
    RateMeter meter = new RateMeter();
    for (int i = 0; i < 200; i++) {
      meter.add(160, TimeUnit.MILLISECONDS.toNanos(20L * i));
    }

    assertThat(meter.kbps(TimeUnit.MILLISECONDS.toNanos(3990))).isCloseTo(64, within(2));
    assertThat(meter.kbps(TimeUnit.SECONDS.toNanos(10))).isZero();
  }
}
