package org.plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RtpPacketTest {

  private static final byte[] FULL =
      HexFormat.of()
          .parseHex(
              ("b1 e0 12 34" // V=2 P=1 X=1 CC=1, M=1 PT=96, sequence number 0x1234
                      + " ff ff ff f0" // timestamp
                      + " ca fe ba be" // SSRC
                      + " 00 00 00 01" // CSRC
                      + " be de 00 01" // extension of one word
                      + " 10 00 00 00"
                      + " 61 62 63" // payload
                      + " 00 02") // two octets of padding
                  .replace(" ", ""));

  private final RtpPacket packet = new RtpPacket();

  @Test
  void everyFieldIsRead() {
    assertThat(packet.parse(FULL, 0, FULL.length)).isTrue();
    assertThat(packet.marker()).isTrue();
    assertThat(packet.payloadType()).isEqualTo(96);
    assertThat(packet.sequenceNumber()).isEqualTo(0x1234);
    assertThat(packet.timestamp()).isEqualTo(-16);
    assertThat(packet.ssrc()).isEqualTo(0xCAFEBABE);
    assertThat(packet.payloadOffset()).isEqualTo(24);
    assertThat(packet.payloadLength()).isEqualTo(3);
  }

  @Test
  void noPrefixIsReadBeyondItsEnd() {
    for (int length = 0; length < FULL.length; length++) {
      byte[] cut = Arrays.copyOf(FULL, length);
      if (packet.parse(cut, 0, length)) {
        assertThat(packet.payloadOffset() + packet.payloadLength()).isLessThanOrEqualTo(length);
      }
    }
  }

  @Test
  void moreCsrcsThanOctetsAreRefused() {
    byte[] octets = new byte[20];
    octets[0] = (byte) 0x8F;

    assertThat(packet.parse(octets, 0, octets.length)).isFalse();
  }

  @Test
  void aWrittenHeaderIsReadBack() {
    byte[] octets = new byte[12];
    RtpPacket.writeHeader(octets, 0, true, 111, 65_535, -2, 0x80000001);

    assertThat(packet.parse(octets, 0, octets.length)).isTrue();
    assertThat(packet.marker()).isTrue();
    assertThat(packet.payloadType()).isEqualTo(111);
    assertThat(packet.sequenceNumber()).isEqualTo(65_535);
    assertThat(packet.timestamp()).isEqualTo(-2);
    assertThat(packet.ssrc()).isEqualTo(0x80000001);
    assertThat(packet.payloadLength()).isZero();
  }
}
