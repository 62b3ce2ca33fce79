package org.plenum.media.video.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenum.media.rtp.RtpPacket;

class ReorderWindowTest {

  private static final long MILLI = 1_000_000;

  /** Sequence numbers that came out; -1 is a gap. */
  private final List<Integer> output = new ArrayList<>();

  private final ReorderWindow window =
      new ReorderWindow(
          new ReorderWindow.Output() {
            @Override
            public void onPacket(
                int payloadType,
                byte[] buffer,
                int offset,
                int length,
                int timestamp,
                boolean marker) {
              output.add((buffer[offset] & 0xFF) << 8 | buffer[offset + 1] & 0xFF);
            }

            @Override
            public void onGap() {
              output.add(-1);
            }
          });

  @Test
  void ordersPacketsAcrossTheWrap() {
    offer(65534, 0);
    offer(0, 1);
    offer(65535, 2);
    offer(1, 3);

    assertThat(output).containsExactly(65534, 65535, 0, 1);
  }

  @Test
  void waitsForAMissingPacketAndThenGivesUp() {
    offer(1, 0);
    offer(3, 10);
    offer(4, 60);
    assertThat(output).containsExactly(1);

    offer(5, 110);
    assertThat(output).containsExactly(1, -1, 3, 4, 5);
  }

  @Test
  void secondGapIsTimedFromItsOwnFirstPacket() {
    offer(1, 0);
    offer(3, 10);
    offer(5, 90);
    offer(6, 110);
    assertThat(output).containsExactly(1, -1, 3);

    offer(7, 190);
    assertThat(output).containsExactly(1, -1, 3, -1, 5, 6, 7);
  }

  @Test
  void latePacketAndDuplicateAreIgnored() {
    offer(1, 0);
    offer(3, 10);
    offer(3, 11);
    offer(4, 120);
    offer(2, 130);
    offer(4, 131);

    assertThat(output).containsExactly(1, -1, 3, 4);
  }

  @Test
  void jumpBeyondTheWindowIsOneGap() {
    offer(1, 0);
    offer(3, 1);
    offer(1000, 2);
    offer(1001, 3);

    assertThat(output).containsExactly(1, -1, 3, -1, 1000, 1001);
  }

  @Test
  void newSourceStartsOver() {
    offer(500, 0);
    offer(502, 1);
    window.offer(packet(7, 99), 2 * MILLI);

    assertThat(output).containsExactly(500, -1, 7);
  }

  private void offer(int sequence, int millis) {
    window.offer(packet(sequence, 1), millis * MILLI);
  }

  /** A packet whose payload is its sequence number. */
  private static RtpPacket packet(int sequence, int ssrc) {
    byte[] bytes =
        ByteBuffer.allocate(14)
            .put((byte) 0x80)
            .put((byte) 96)
            .putShort((short) sequence)
            .putInt(0)
            .putInt(ssrc)
            .putShort((short) sequence)
            .array();
    RtpPacket packet = new RtpPacket();
    assertThat(packet.parse(bytes, 0, bytes.length)).isTrue();
    return packet;
  }
}
