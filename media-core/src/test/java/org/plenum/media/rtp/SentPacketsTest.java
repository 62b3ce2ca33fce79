package org.plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentPacketsTest {

  private final SentPackets sent = new SentPackets(4);

  @Test
  void findTheLastOnesAsTheyWentOut() {
    byte[] buffer = new byte[100];
    for (int i = 0; i < 6; i++) {
      buffer[0] = (byte) i;
      sent.keep(i, buffer, 10 + i);
    }

    assertThat(sent.find(1, 1000, 0)).isEqualTo(-1);
    int place = sent.find(3, 1000, 0);
    assertThat(sent.buffer(place)[0]).isEqualTo((byte) 3);
    assertThat(sent.length(place)).isEqualTo(13);
  }

  @Test
  void areNotSentTwiceWithinTheInterval() {
    sent.keep(9, new byte[10], 10);

    assertThat(sent.find(9, 1000, 50)).isNotEqualTo(-1);
    assertThat(sent.find(9, 1040, 50)).isEqualTo(-1);
    assertThat(sent.find(9, 1050, 50)).isNotEqualTo(-1);
  }
}
