package org.plenum.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediaTimeoutTest {

  private final MediaTimeout timeout = new MediaTimeout(30);

  @Test
  void isReportedOncePerSilence() {
    assertThat(timeout.expired(true, 0, 29)).isFalse();
    assertThat(timeout.expired(true, 0, 30)).isTrue();
    assertThat(timeout.expired(true, 0, 60)).isFalse();
    assertThat(timeout.expired(true, 61, 62)).isFalse();
    assertThat(timeout.expired(true, 61, 91)).isTrue();
  }

  @Test
  void doesNotRunOnHold() {
    assertThat(timeout.expired(false, 0, 1000)).isFalse();
  }
}
