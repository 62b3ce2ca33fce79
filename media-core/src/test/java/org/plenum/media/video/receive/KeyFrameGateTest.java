package org.plenum.media.video.receive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyFrameGateTest {

  private static final long MILLI = 1_000_000;
  private static final long START = 77 * MILLI;

  private int requests;
  private final KeyFrameGate gate = new KeyFrameGate(() -> requests++);

  @Test
  void opensWithTheFirstKeyFrame() {
    gate.canRequest(true);

    assertThat(gate.admits(false, START)).isFalse();
    assertThat(gate.admits(true, START + 33 * MILLI)).isTrue();
    assertThat(gate.admits(false, START + 66 * MILLI)).isTrue();
    assertThat(requests).isEqualTo(1);
  }

  @Test
  void shutsAfterALossAndAsksAgainWhileNothingComes() {
    gate.canRequest(true);
    gate.admits(true, START);
    gate.lost(START);

    for (int millis = 0; millis < 1_600; millis += 33) {
      assertThat(gate.admits(false, START + millis * MILLI)).isFalse();
    }
    assertThat(requests).isEqualTo(4);
    assertThat(gate.admits(true, START + 1_700 * MILLI)).isTrue();
  }

  @Test
  void frequentLossesAreOneRequest() {
    gate.canRequest(true);
    gate.admits(true, START);
    for (int i = 0; i < 40; i++) {
      gate.lost(START + i * MILLI);
    }
    assertThat(requests).isEqualTo(1);
  }

  @Test
  void losesPatienceWithASenderThatIgnoresRequests() {
    gate.canRequest(true);
    gate.admits(true, START);
    gate.lost(START);

    assertThat(gate.admits(false, START)).isFalse();
    assertThat(gate.admits(false, START + KeyFrameGate.PATIENCE_NANOS)).isTrue();
  }

  @Test
  void staysOpenIfTheSenderCannotBeAsked() {
    gate.canRequest(false);
    gate.lost(START);

    assertThat(gate.admits(false, START)).isTrue();
    assertThat(requests).isZero();
  }
}
