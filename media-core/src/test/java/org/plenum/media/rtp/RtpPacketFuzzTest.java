package org.plenum.media.rtp;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever arrives on a media port, parsing stays within the datagram. */
class RtpPacketFuzzTest {

  @FuzzTest
  void parse(byte[] datagram) {
    RtpPacket packet = new RtpPacket();
    if (!packet.parse(datagram, 0, datagram.length)) {
      return;
    }
    int end = packet.payloadOffset() + packet.payloadLength();
    if (packet.payloadOffset() < RtpPacket.FIXED_HEADER_LENGTH
        || packet.payloadLength() < 0
        || end > datagram.length) {
      throw new AssertionError("payload " + packet.payloadOffset() + "-" + end);
    }
    if (packet.payloadType() > 127 || packet.sequenceNumber() > 0xFFFF) {
      throw new AssertionError("field out of range");
    }
  }
}
