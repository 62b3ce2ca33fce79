package org.plenum.media.rtcp;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Every field of every packet of a compound can be read, or the packet is refused. */
class RtcpFuzzTest {

  @FuzzTest
  void readCompound(byte[] datagram) {
    RtcpPacket packet = new RtcpPacket();
    Report report = new Report();
    Feedback feedback = new Feedback();
    int octets = 0;
    boolean more = packet.first(datagram, 0, datagram.length);
    while (more) {
      octets += packet.length();
      if (report.parse(packet)) {
        readReport(report, packet.type() == RtcpType.SENDER_REPORT);
      } else if (feedback.parse(packet)) {
        readFeedback(feedback);
      }
      more = packet.next();
    }
    if (octets > datagram.length) {
      throw new AssertionError("read " + octets + " of " + datagram.length);
    }
  }

  private static void readReport(Report report, boolean sender) {
    report.senderSsrc();
    if (sender) {
      report.compactNtp();
      report.rtpTimestamp();
    }
    for (int block = 0; block < report.blocks(); block++) {
      report.source(block);
      report.fractionLost(block);
      report.cumulativeLost(block);
      report.extendedHighestSequence(block);
      report.jitter(block);
      report.lastSenderReport(block);
      report.delaySinceLastSenderReport(block);
    }
  }

  private static void readFeedback(Feedback feedback) {
    feedback.mediaSsrc();
    for (int item = 0; item < feedback.nackItems(); item++) {
      feedback.nackPacketId(item);
      feedback.nackBitmask(item);
    }
    for (int item = 0; item < feedback.firItems(); item++) {
      feedback.firSsrc(item);
      feedback.firSequence(item);
    }
  }
}
