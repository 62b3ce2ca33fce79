package org.plenum.media.video.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRateTest {

  private static final long SECOND = 1_000_000_000;
  private static final long TICK = SECOND / FrameClock.TICKS_PER_SECOND;

  @ParameterizedTest
  @ValueSource(ints = {30, 25, 20, 15, 10, 6, 1})
  void limiterAdmitsTheRate(int fps) {
    FrameRateLimiter limiter = new FrameRateLimiter();
    int admitted = 0;
    for (int tick = 0; tick < 30 * 10; tick++) {
      long jitter = tick % 3 * 2_000_000L;
      admitted += limiter.admits(fps, tick * TICK + jitter) ? 1 : 0;
    }
    assertThat(admitted).isBetween(fps * 10 - 2, fps * 10 + 2);
  }

  @Test
  void limiterDoesNotCatchUpAfterAPause() {
    FrameRateLimiter limiter = new FrameRateLimiter();
    assertThat(limiter.admits(10, 0)).isTrue();
    assertThat(limiter.admits(10, 10 * SECOND)).isTrue();
    assertThat(limiter.admits(10, 10 * SECOND + TICK)).isFalse();
  }

  @Test
  void governorStepsDownUnderLoadAndUpWhenCalm() {
    FrameRateGovernor governor = new FrameRateGovernor();
    long now = 0;
    for (int i = 0; i < 5; i++) {
      now = second(governor, now, 2);
    }
    assertThat(governor.framesPerSecond()).isLessThan(30);

    for (int i = 0; i < 30; i++) {
      now = second(governor, now, 0);
    }
    assertThat(governor.framesPerSecond()).isEqualTo(30);
  }

  @Test
  void governorToleratesSingleLateFrames() {
    FrameRateGovernor governor = new FrameRateGovernor();
    long now = 0;
    for (int i = 0; i < 10; i++) {
      now = second(governor, now, 10);
    }
    assertThat(governor.framesPerSecond()).isEqualTo(30);
  }

  /** One second in which every {@code lateEvery}th frame is late; 0 for none. */
  private static long second(FrameRateGovernor governor, long start, int lateEvery) {
    for (int tick = 0; tick < 30; tick++) {
      governor.frameDue(lateEvery > 0 && tick % lateEvery == 0, start + tick * TICK);
    }
    return start + SECOND;
  }
}
