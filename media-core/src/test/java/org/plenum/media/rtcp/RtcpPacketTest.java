package org.plenum.media.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Octets written out field by field, read by the views and written by the writer. */
class RtcpPacketTest {

  private static final String SENDER_REPORT =
      "81 c8 00 0c" // V=2 RC=1, PT=200, 13 words
          + " 12 34 56 78" // SSRC of sender
          + " b7 05 00 01" // NTP seconds
          + " 80 00 00 00" // NTP fraction: one half
          + " 00 00 1f 40" // RTP timestamp 8000
          + " 00 00 00 32" // 50 packets
          + " 00 00 1f 40" // 8000 octets
          + " ca fe ba be" // block: source
          + " 40 ff ff fe" // a quarter lost, cumulative -2
          + " 00 01 00 05" // one cycle, sequence number 5
          + " 00 00 00 50" // jitter 80
          + " 00 01 80 00" // LSR
          + " 00 02 00 00"; // DLSR 2 s
  private static final String SDES =
      "81 ca 00 03" // V=2 SC=1, PT=202, 4 words
          + " 12 34 56 78" // SSRC
          + " 01 03 61 62" // CNAME, 3 octets: ab
          + " 63 00 00 00"; // c, end of chunk, padding to a word
  private static final String BYE =
      "81 cb 00 01" // V=2 SC=1, PT=203, 2 words
          + " 12 34 56 78"; // SSRC
  private static final String PLI =
      "81 ce 00 02" // V=2 FMT=1, PT=206, 3 words
          + " 12 34 56 78" // SSRC of sender
          + " ca fe ba be"; // SSRC of media source
  private static final String FIR =
      "84 ce 00 04" // V=2 FMT=4, PT=206, 5 words
          + " 12 34 56 78" // SSRC of sender
          + " 00 00 00 00" // media source: unused
          + " ca fe ba be" // source asked
          + " 07 00 00 00"; // command 7
  private static final String NACK =
      "81 cd 00 04" // V=2 FMT=1, PT=205, 5 words
          + " 12 34 56 78" // SSRC of sender
          + " ca fe ba be" // SSRC of media source
          + " ff ff 80 01" // 65535, and bits 0 and 15: 0 and 15
          + " 00 20 00 00"; // 32 alone

  private static final int LOCAL = 0x12345678;
  private static final int REMOTE = 0xCAFEBABE;

  private final RtcpPacket packet = new RtcpPacket();
  private final RtcpWriter writer = new RtcpWriter();

  @Test
  void senderReportIsRead() {
    Report report = new Report();

    assertThat(read(SENDER_REPORT)).isTrue();
    assertThat(report.parse(packet)).isTrue();
    assertThat(report.senderSsrc()).isEqualTo(LOCAL);
    assertThat(report.compactNtp()).isEqualTo(0x0001_8000);
    assertThat(report.rtpTimestamp()).isEqualTo(8000);
    assertThat(report.blocks()).isEqualTo(1);
    assertThat(report.source(0)).isEqualTo(REMOTE);
    assertThat(report.fractionLost(0)).isEqualTo(64);
    assertThat(report.cumulativeLost(0)).isEqualTo(-2);
    assertThat(report.extendedHighestSequence(0)).isEqualTo(0x1_0005);
    assertThat(report.jitter(0)).isEqualTo(80);
    assertThat(report.lastSenderReport(0)).isEqualTo(0x0001_8000);
    assertThat(report.delaySinceLastSenderReport(0)).isEqualTo(0x2_0000);
  }

  @Test
  void compoundIsWritten() {
    writer.start();
    writer.senderReport(LOCAL, 0xB7050001L, 0x80000000L, 8000, 50, 8000);
    writer.reportBlock(REMOTE, 64, -2, 0x1_0005, 80, 0x0001_8000, 0x2_0000);
    writer.sourceDescription(LOCAL, "abc");
    writer.bye(LOCAL);

    assertThat(written()).isEqualTo(SENDER_REPORT + " " + SDES + " " + BYE);
  }

  @Test
  void compoundIsReadPacketByPacket() {
    assertThat(read(SENDER_REPORT + SDES + BYE)).isTrue();
    assertThat(packet.type()).isEqualTo(RtcpType.SENDER_REPORT);
    assertThat(packet.next()).isTrue();
    assertThat(packet.type()).isEqualTo(RtcpType.SOURCE_DESCRIPTION);
    assertThat(packet.next()).isTrue();
    assertThat(packet.type()).isEqualTo(RtcpType.BYE);
    assertThat(packet.next()).isFalse();
  }

  @Test
  void feedbackIsWrittenAndRead() {
    writer.start();
    writer.pli(LOCAL, REMOTE);
    writer.fir(LOCAL, REMOTE, 7);
    writer.nack(LOCAL, REMOTE, new int[] {65_535, 0, 15, 32}, 4);
    assertThat(written()).isEqualTo(PLI + " " + FIR + " " + NACK);

    Feedback feedback = new Feedback();
    assertThat(read(PLI)).isTrue();
    assertThat(feedback.parse(packet)).isTrue();
    assertThat(feedback.isPli()).isTrue();
    assertThat(feedback.mediaSsrc()).isEqualTo(REMOTE);

    assertThat(read(FIR)).isTrue();
    assertThat(feedback.parse(packet)).isTrue();
    assertThat(feedback.isFir()).isTrue();
    assertThat(feedback.firItems()).isEqualTo(1);
    assertThat(feedback.firSsrc(0)).isEqualTo(REMOTE);
    assertThat(feedback.firSequence(0)).isEqualTo(7);

    assertThat(read(NACK)).isTrue();
    assertThat(feedback.parse(packet)).isTrue();
    assertThat(feedback.isNack()).isTrue();
    assertThat(feedback.nackItems()).isEqualTo(2);
    assertThat(feedback.nackPacketId(0)).isEqualTo(65_535);
    assertThat(feedback.nackBitmask(0)).isEqualTo(0x8001);
    assertThat(feedback.nackPacketId(1)).isEqualTo(32);
  }

  @Test
  void aReportShorterThanItsCountIsRefused() {
    byte[] octets = octets(SENDER_REPORT);
    octets[0] = (byte) 0x82;
    packet.first(octets, 0, octets.length);

    assertThat(new Report().parse(packet)).isFalse();
  }

  @Test
  void aLengthBeyondTheDatagramIsRefused() {
    byte[] octets = octets(SENDER_REPORT);

    assertThat(packet.first(octets, 0, octets.length - 4)).isFalse();
    assertThat(packet.first(Arrays.copyOf(octets, 3), 0, 3)).isFalse();
  }

  private boolean read(String hex) {
    byte[] octets = octets(hex);
    return packet.first(octets, 0, octets.length);
  }

  private String written() {
    return HexFormat.ofDelimiter(" ").formatHex(writer.buffer(), 0, writer.length());
  }

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
