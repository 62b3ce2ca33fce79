package org.plenum.media.video.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VideoFramePoolTest {

  private final NativeLedger ledger = new NativeLedger();
  private final VideoFramePool pool = new VideoFramePool(ledger);

  @AfterEach
  void nothingLeaks() {
    pool.close();
    assertThat(ledger.alive()).isZero();
  }

  @Test
  void releasedFrameIsUsedAgain() {
    VideoFrame first = pool.acquire(64, 36);
    first.release();
    VideoFrame second = pool.acquire(64, 36);

    assertThat(second).isSameAs(first);
    second.release();
    assertThat(pool.outstanding()).isZero();
  }

  @Test
  void frameLivesUntilItsLastOwnerReleasesIt() {
    VideoFrame frame = pool.acquire(64, 36);
    frame.retain();
    frame.release();
    assertThat(pool.outstanding()).isEqualTo(1);
    frame.release();
    assertThat(pool.outstanding()).isZero();
  }

  @Test
  void misuseIsNoticed() {
    VideoFrame frame = pool.acquire(64, 36);
    frame.release();

    assertThatThrownBy(frame::release).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(frame::retain).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> pool.acquire(63, 36)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numberOfIdleFramesIsBounded() {
    for (int width = 2; width <= 1_000; width += 2) {
      pool.acquire(width, 36).release();
    }
    assertThat(ledger.alive(NativeResource.FRAME)).isLessThan(100);
  }

  @Test
  void frameReleasedAfterClosingIsFreed() {
    VideoFrame frame = pool.acquire(64, 36);
    pool.close();
    frame.release();
    assertThat(ledger.alive()).isZero();
  }
}
