package org.plenum.media.rtcp;

import org.plenum.media.rtp.NetworkOrder;

/**
 * View of a sender or receiver report (RFC 3550 sections 6.4.1 and 6.4.2).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |V=2|P|    RC   |  PT=200/201   |             length            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                         SSRC of sender                        |
 * +=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+
 * |              NTP timestamp, most significant word             | \
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+  |
 * |             NTP timestamp, least significant word             |  |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+  | sender
 * |                         RTP timestamp                         |  | report
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+  | only
 * |                     sender's packet count                     |  |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+  |
 * |                      sender's octet count                     | /
 * +=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+
 * |                 SSRC of source (report block)                 |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | fraction lost |       cumulative number of packets lost       |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |           extended highest sequence number received           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                      interarrival jitter                      |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                         last SR (LSR)                         |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                   delay since last SR (DLSR)                  |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Report {

  static final int RECEIVER_HEADER = 8;
  static final int SENDER_HEADER = 28;
  static final int BLOCK_LENGTH = 24;

  private byte[] buffer = new byte[0];
  private int offset;
  private int blocks;
  private int firstBlock;

  /** Points the view at a report; false if the packet is none, or too short for its count. */
  public boolean parse(RtcpPacket packet) {
    int header;
    if (packet.type() == RtcpType.SENDER_REPORT) {
      header = SENDER_HEADER;
    } else if (packet.type() == RtcpType.RECEIVER_REPORT) {
      header = RECEIVER_HEADER;
    } else {
      return false;
    }
    if (header + packet.count() * BLOCK_LENGTH > packet.length()) {
      return false;
    }
    buffer = packet.buffer();
    offset = packet.offset();
    blocks = packet.count();
    firstBlock = offset + header;
    return true;
  }

  /** Source that sent the report. */
  public int senderSsrc() {
    return NetworkOrder.i32(buffer, offset + 4);
  }

  /** Middle 32 bits of the NTP timestamp, as {@code LSR} will echo them. Sender reports only. */
  public int compactNtp() {
    return NetworkOrder.i32(buffer, offset + 10);
  }

  /** RTP timestamp at the moment of the NTP timestamp. Sender reports only. */
  public int rtpTimestamp() {
    return NetworkOrder.i32(buffer, offset + 16);
  }

  /** Number of report blocks. */
  public int blocks() {
    return blocks;
  }

  /** Source that a block is about. */
  public int source(int block) {
    return NetworkOrder.i32(buffer, at(block));
  }

  /** Part of packets lost since the previous report, in 1/256. */
  public int fractionLost(int block) {
    return buffer[at(block) + 4] & 0xFF;
  }

  /** Packets lost since the start; negative if duplicates outnumber losses. */
  public int cumulativeLost(int block) {
    return NetworkOrder.i32(buffer, at(block) + 4) << 8 >> 8;
  }

  /** Cycles of the sequence number in the upper, highest sequence number in the lower 16 bits. */
  public int extendedHighestSequence(int block) {
    return NetworkOrder.i32(buffer, at(block) + 8);
  }

  /** Interarrival jitter in units of the media clock. */
  public long jitter(int block) {
    return NetworkOrder.u32(buffer, at(block) + 12);
  }

  /** Compact NTP time of the last sender report received from the source, 0 if none. */
  public int lastSenderReport(int block) {
    return NetworkOrder.i32(buffer, at(block) + 16);
  }

  /** Time from receiving that report to sending this block, in 1/65536 s. */
  public int delaySinceLastSenderReport(int block) {
    return NetworkOrder.i32(buffer, at(block) + 20);
  }

  private int at(int block) {
    return firstBlock + block * BLOCK_LENGTH;
  }
}
