package org.plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plenum.media.rtp.SequenceWindow.Verdict;

class SequenceWindowTest {

  private final SequenceWindow window = new SequenceWindow();

  @Test
  void acceptsLatePacketsOnce() {
    accept(100, 103);

    assertThat(window.accept(101, false)).isEqualTo(Verdict.ACCEPTED);
    assertThat(window.accept(101, false)).isEqualTo(Verdict.DUPLICATE);
    assertThat(window.accept(103, false)).isEqualTo(Verdict.DUPLICATE);
    assertThat(window.expected()).isEqualTo(4);
  }

  @Test
  void countsThroughTheWrap() {
    accept(65_534, 65_535, 0, 1);

    assertThat(window.expected()).isEqualTo(4);
    assertThat(window.accept(65_535, false)).isEqualTo(Verdict.DUPLICATE);
  }

  @Test
  void acceptsAPacketFromBeforeTheFirst() {
    accept(0);

    assertThat(window.accept(65_535, false)).isEqualTo(Verdict.ACCEPTED);
    assertThat(window.accept(65_535, false)).isEqualTo(Verdict.DUPLICATE);
    assertThat(window.expected()).isEqualTo(2);
  }

  @Test
  void aJumpMustBeConfirmed() {
    accept(100);

    assertThat(window.accept(20_000, false)).isEqualTo(Verdict.REJECTED);
    assertThat(window.accept(101, false)).isEqualTo(Verdict.ACCEPTED);
    assertThat(window.accept(30_000, false)).isEqualTo(Verdict.REJECTED);
    assertThat(window.accept(30_001, false)).isEqualTo(Verdict.RESTARTED);
    assertThat(window.expected()).isEqualTo(1);
  }

  @Test
  void forgetsWhatLeftTheWindow() {
    accept(0, 2500);

    assertThat(window.accept(2499, false)).isEqualTo(Verdict.ACCEPTED);
    assertThat(window.accept(100, false)).isEqualTo(Verdict.REJECTED);
  }

  private void accept(int... sequenceNumbers) {
    for (int sequenceNumber : sequenceNumbers) {
      assertThat(window.accept(sequenceNumber, false)).isIn(Verdict.ACCEPTED, Verdict.RESTARTED);
    }
  }

  @Test
  void underSrtpNothingOldIsTakenForARestart() {
    window.accept(40_000, true);
    for (int sequence = 10_000; sequence < 10_010; sequence++) {
      assertThat(window.accept(sequence, true)).isEqualTo(Verdict.REJECTED);
    }

    assertThat(window.accept(50_000, true)).isEqualTo(Verdict.ACCEPTED);
    assertThat(window.accept(40_000, true)).isEqualTo(Verdict.REJECTED);
  }
}
