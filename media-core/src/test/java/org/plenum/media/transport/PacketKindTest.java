package org.plenum.media.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketKindTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1, STUN",
    "3, 0, STUN",
    "4, 0, UNKNOWN",
    "19, 0, UNKNOWN",
    "20, 0, DTLS",
    "22, 254, DTLS",
    "63, 0, DTLS",
    "64, 0, UNKNOWN",
    "127, 0, UNKNOWN",
    "128, 0, RTP",
    "128, 191, RTP",
    "128, 192, RTCP",
    "129, 200, RTCP",
    "128, 223, RTCP",
    "128, 224, RTP",
    "191, 96, RTP",
    "192, 200, UNKNOWN",
    "255, 255, UNKNOWN"
  })
  void isToldByTheFirstTwoOctets(int first, int second, PacketKind kind) {
    byte[] datagram = {(byte) first, (byte) second, 0, 0};

    assertThat(PacketKind.of(datagram, 0, datagram.length)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "3"})
  void ofTooShortADatagramIsUnknown(int length) {
    assertThat(PacketKind.of(new byte[] {(byte) 0x80, 0, 0}, 0, length))
        .isEqualTo(PacketKind.UNKNOWN);
  }
}
