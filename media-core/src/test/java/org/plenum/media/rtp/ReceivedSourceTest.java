package org.plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plenum.media.rtp.ReceivedSource.Verdict;

class ReceivedSourceTest {

  private final ReceivedSource source = new ReceivedSource();

  @Test
  void isTheFirstOne() {
    assertThat(source.known()).isFalse();
    assertThat(source.judge(1)).isEqualTo(Verdict.CHANGED);
    assertThat(source.judge(1)).isEqualTo(Verdict.CURRENT);
    assertThat(source.ssrc()).isEqualTo(1);
  }

  @Test
  void changesAfterTwoPacketsInARow() {
    source.judge(1);

    assertThat(source.judge(2)).isEqualTo(Verdict.IGNORED);
    assertThat(source.judge(1)).isEqualTo(Verdict.CURRENT);
    assertThat(source.judge(2)).isEqualTo(Verdict.IGNORED);
    assertThat(source.judge(2)).isEqualTo(Verdict.CHANGED);
    assertThat(source.ssrc()).isEqualTo(2);
  }
}
