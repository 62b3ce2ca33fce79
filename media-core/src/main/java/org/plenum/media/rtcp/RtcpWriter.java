package org.plenum.media.rtcp;

import java.nio.charset.StandardCharsets;
import org.plenum.media.rtp.NetworkOrder;

/**
 * Writes a compound into one reused array: call {@link #start}, then packets in order, then take
 * {@link #length()} octets from {@link #buffer()}. Layouts are drawn at {@link Report} and {@link
 * Feedback}.
 */
public final class RtcpWriter {

  private static final int CAPACITY = 1500;
  private static final int SDES_CNAME = 1;

  private final byte[] buffer = new byte[CAPACITY];
  private int position;
  private int packetStart;

  /** Begins a new compound. */
  public void start() {
    position = 0;
  }

  /** The array; room is left after the compound for an SRTCP trailer. */
  public byte[] buffer() {
    return buffer;
  }

  /** Octets written. */
  public int length() {
    return position;
  }

  /** A sender report; follow with at most one {@link #reportBlock}. */
  public void senderReport(
      int ssrc, long ntpSeconds, long ntpFraction, int rtpTimestamp, long packets, long octets) {
    header(0, RtcpType.SENDER_REPORT);
    word(ssrc);
    word((int) ntpSeconds);
    word((int) ntpFraction);
    word(rtpTimestamp);
    word((int) packets);
    word((int) octets);
    closePacket();
  }

  /** A receiver report; follow with at most one {@link #reportBlock}. */
  public void receiverReport(int ssrc) {
    header(0, RtcpType.RECEIVER_REPORT);
    word(ssrc);
    closePacket();
  }

  /** Adds a block to the report just written. */
  public void reportBlock(
      int source,
      int fractionLost,
      long cumulativeLost,
      int extendedHighest,
      long jitter,
      int lastSenderReport,
      int delaySinceLastSenderReport) {
    buffer[packetStart]++;
    word(source);
    buffer[position] = (byte) fractionLost;
    long limited = Math.clamp(cumulativeLost, -0x80_0000, 0x7F_FFFF);
    NetworkOrder.put24(buffer, position + 1, (int) limited);
    position += 4;
    word(extendedHighest);
    word((int) jitter);
    word(lastSenderReport);
    word(delaySinceLastSenderReport);
    closePacket();
  }

  /** Source description with the canonical name (RFC 3550 section 6.5.1), ASCII. */
  public void sourceDescription(int ssrc, String cname) {
    header(1, RtcpType.SOURCE_DESCRIPTION);
    word(ssrc);
    byte[] text = cname.getBytes(StandardCharsets.US_ASCII);
    int length = Math.min(text.length, 255);
    buffer[position++] = SDES_CNAME;
    buffer[position++] = (byte) length;
    System.arraycopy(text, 0, buffer, position, length);
    position += length;
    // A chunk ends with one to four null octets, up to the next word.
    do {
      buffer[position++] = 0;
    } while ((position - packetStart) % 4 != 0);
    closePacket();
  }

  /** The source leaves (RFC 3550 section 6.6). */
  public void bye(int ssrc) {
    header(1, RtcpType.BYE);
    word(ssrc);
    closePacket();
  }

  /** Picture loss indication (RFC 4585 section 6.3.1). */
  public void pli(int ssrc, int mediaSsrc) {
    header(RtcpType.FORMAT_PLI, RtcpType.PAYLOAD_FEEDBACK);
    word(ssrc);
    word(mediaSsrc);
    closePacket();
  }

  /** Full intra request (RFC 5104 section 4.3.1). */
  public void fir(int ssrc, int mediaSsrc, int commandSequence) {
    header(RtcpType.FORMAT_FIR, RtcpType.PAYLOAD_FEEDBACK);
    word(ssrc);
    word(0);
    word(mediaSsrc);
    word((commandSequence & 0xFF) << 24);
    closePacket();
  }

  /**
   * Generic NACK (RFC 4585 section 6.2.1).
   *
   * @param lost sequence numbers in increasing order, modulo 65536
   * @param count how many of them
   */
  public void nack(int ssrc, int mediaSsrc, int[] lost, int count) {
    header(RtcpType.FORMAT_NACK, RtcpType.TRANSPORT_FEEDBACK);
    word(ssrc);
    word(mediaSsrc);
    int index = 0;
    while (index < count) {
      int packetId = lost[index++];
      int bitmask = 0;
      while (index < count) {
        int distance = (lost[index] - packetId) & 0xFFFF;
        if (distance == 0 || distance > 16) {
          break;
        }
        bitmask |= 1 << (distance - 1);
        index++;
      }
      word(packetId << 16 | bitmask);
    }
    closePacket();
  }

  private void header(int count, int type) {
    packetStart = position;
    buffer[position] = (byte) (0x80 | count);
    buffer[position + 1] = (byte) type;
    position += RtcpPacket.HEADER_LENGTH;
  }

  private void word(int value) {
    NetworkOrder.put32(buffer, position, value);
    position += 4;
  }

  private void closePacket() {
    NetworkOrder.put16(buffer, packetStart + 2, (position - packetStart) / 4 - 1);
  }
}
