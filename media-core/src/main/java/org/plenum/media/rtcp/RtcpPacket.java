package org.plenum.media.rtcp;

import org.plenum.media.rtp.NetworkOrder;

/**
 * One packet of an RTCP compound as a view of a byte array (RFC 3550 section 6.4). The view is
 * mutable and reused: {@link #first} points it at the start of a datagram, {@link #next} moves on.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |V=2|P| RC/FMT  |      PT       |   length in words, minus one  |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                        SSRC of sender                         |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class RtcpPacket {

  static final int HEADER_LENGTH = 4;

  private byte[] buffer = new byte[0];
  private int offset;
  private int length;
  private int end;

  /**
   * Points the view at the first packet of a datagram.
   *
   * @return false if there is none, or its length goes beyond the datagram
   */
  public boolean first(byte[] bytes, int start, int datagramLength) {
    buffer = bytes;
    end = start + datagramLength;
    return moveTo(start);
  }

  /** Moves to the next packet of the compound; false at its end or where it is malformed. */
  public boolean next() {
    return moveTo(offset + length);
  }

  private boolean moveTo(int start) {
    if (start + HEADER_LENGTH > end || (buffer[start] & 0xC0) != 0x80) {
      return false;
    }
    int octets = (NetworkOrder.u16(buffer, start + 2) + 1) * 4;
    if (start + octets > end) {
      return false;
    }
    offset = start;
    length = octets;
    return true;
  }

  /** Number of report blocks, chunks or sources; the format of a feedback packet. */
  public int count() {
    return buffer[offset] & 0x1F;
  }

  /** Packet type, see {@link RtcpType}. */
  public int type() {
    return buffer[offset + 1] & 0xFF;
  }

  /** Length with header and padding, octets. */
  public int length() {
    return length;
  }

  /** The array that holds the packet. */
  public byte[] buffer() {
    return buffer;
  }

  /** Index of the header in {@link #buffer()}. */
  public int offset() {
    return offset;
  }
}
