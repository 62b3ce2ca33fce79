package org.plenum.media.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SystemTimeTest {

  @Test
  void ntpTimeCountsSecondsSince1900() {
    long ntpSeconds = TimeSource.system().ntpTime() >>> 32;

    assertThat(ntpSeconds).isCloseTo(Instant.now().getEpochSecond() + 2_208_988_800L, within(1L));
  }
}
