package org.plenum.media.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickScheduleTest {

  private static final long PERIOD = 20;

  private final TickSchedule schedule = new TickSchedule(0, PERIOD);

  @Test
  void delaysDoNotAddUp() {
    long now = 0;
    for (int i = 0; i < 1000; i++) {
      schedule.ticked(now);
      now += schedule.remaining(now) + 3;
    }

    // The thousandth tick is due 1000 periods after the first, however late each one was.
    assertThat(now).isBetween(1000 * PERIOD, 1000 * PERIOD + 3);
  }

  @Test
  void aLateTickIsCaughtUpWithoutABurst() {
    schedule.ticked(0);
    schedule.ticked(75);

    assertThat(schedule.remaining(75)).isEqualTo(PERIOD / 2);
    schedule.ticked(85);
    assertThat(schedule.remaining(85)).isEqualTo(PERIOD / 2);
    schedule.ticked(95);
    assertThat(schedule.remaining(95)).isEqualTo(PERIOD / 2);
    schedule.ticked(105);
    assertThat(schedule.remaining(105)).isEqualTo(PERIOD / 2);
    assertThat(schedule.skipped()).isZero();
  }

  @Test
  void aLongStopIsLeftOut() {
    schedule.ticked(0);
    schedule.ticked(1000);

    assertThat(schedule.skipped()).isEqualTo(49);
    assertThat(schedule.remaining(1000)).isEqualTo(PERIOD);
  }
}
