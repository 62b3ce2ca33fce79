package org.plenum.media.rtcp;

import org.plenum.media.rtp.NetworkOrder;

/**
 * View of a feedback packet (RFC 4585 section 6.1).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |V=2|P|   FMT   |  PT=205/206   |             length            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                     SSRC of packet sender                     |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                     SSRC of media source                      |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * :            feedback control information (FCI)                 :
 *
 * FCI of a generic NACK, one or more (section 6.2.1):
 * |        packet id (PID)        |  bitmask of following lost    |
 *
 * FCI of a full intra request, one or more (RFC 5104 section 4.3.1):
 * |                    SSRC of the source asked                   |
 * |   sequence    |                  reserved                     |
 * </pre>
 */
public final class Feedback {

  static final int HEADER_LENGTH = 12;
  static final int NACK_ITEM = 4;
  static final int FIR_ITEM = 8;

  private byte[] buffer = new byte[0];
  private int offset;
  private int fciLength;
  private int type;
  private int format;

  /** Points the view at a feedback packet; false if the packet is none, or too short. */
  public boolean parse(RtcpPacket packet) {
    boolean feedback =
        packet.type() == RtcpType.TRANSPORT_FEEDBACK || packet.type() == RtcpType.PAYLOAD_FEEDBACK;
    if (!feedback || packet.length() < HEADER_LENGTH) {
      return false;
    }
    buffer = packet.buffer();
    offset = packet.offset();
    fciLength = packet.length() - HEADER_LENGTH;
    type = packet.type();
    format = packet.count();
    return true;
  }

  /** True for a generic NACK. */
  public boolean isNack() {
    return type == RtcpType.TRANSPORT_FEEDBACK && format == RtcpType.FORMAT_NACK;
  }

  /** True for a picture loss indication. */
  public boolean isPli() {
    return type == RtcpType.PAYLOAD_FEEDBACK && format == RtcpType.FORMAT_PLI;
  }

  /** True for a full intra request. */
  public boolean isFir() {
    return type == RtcpType.PAYLOAD_FEEDBACK && format == RtcpType.FORMAT_FIR;
  }

  /** Source that the feedback is about; 0 in a FIR, whose items name it. */
  public int mediaSsrc() {
    return NetworkOrder.i32(buffer, offset + 8);
  }

  /** Number of complete NACK items. */
  public int nackItems() {
    return fciLength / NACK_ITEM;
  }

  /** First sequence number that a NACK item reports lost. */
  public int nackPacketId(int item) {
    return NetworkOrder.u16(buffer, offset + HEADER_LENGTH + item * NACK_ITEM);
  }

  /** Bit i (0-15) set: the packet id plus i plus one is lost too. */
  public int nackBitmask(int item) {
    return NetworkOrder.u16(buffer, offset + HEADER_LENGTH + item * NACK_ITEM + 2);
  }

  /** Number of complete FIR items. */
  public int firItems() {
    return fciLength / FIR_ITEM;
  }

  /** Source that a FIR item asks. */
  public int firSsrc(int item) {
    return NetworkOrder.i32(buffer, offset + HEADER_LENGTH + item * FIR_ITEM);
  }

  /** Number of a FIR item's command; a repeated one repeats the same command. */
  public int firSequence(int item) {
    return buffer[offset + HEADER_LENGTH + item * FIR_ITEM + 4] & 0xFF;
  }
}
