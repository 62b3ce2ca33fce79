package org.plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MissingPacketsTest {

  private static final long RETRY = 100;

  private final MissingPackets missing = new MissingPackets();

  @Test
  void areAskedForAtOnceThenAgainAfterAWhile() {
    missing.addGap(65_535, 3, 0);

    assertThat(due(0)).containsExactly(65_535, 0, 1);
    assertThat(due(RETRY - 1)).isEmpty();
    missing.arrived(0);
    assertThat(due(RETRY)).containsExactly(65_535, 1);
  }

  @Test
  void areGivenUpAfterSomeRequests() {
    missing.addGap(7, 1, 0);
    for (int i = 0; i < 5; i++) {
      assertThat(due(i * RETRY)).containsExactly(7);
    }

    assertThat(due(5 * RETRY)).isEmpty();
    assertThat(missing.isEmpty()).isTrue();
  }

  @Test
  void areDroppedWhenThereAreTooMany() {
    assertThat(missing.addGap(0, MissingPackets.CAPACITY, 0)).isTrue();
    assertThat(missing.addGap(500, 1, 0)).isFalse();
    assertThat(missing.isEmpty()).isTrue();
  }

  private int[] due(long now) {
    return Arrays.copyOf(missing.due(), missing.collectDue(now, RETRY));
  }
}
