package org.plenum.media.rtp;

/**
 * An RTP packet as a view of a byte array (RFC 3550 section 5.1). The view is mutable and reused:
 * nothing is allocated per packet.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |V=2|P|X|  CC   |M|     PT      |       sequence number         |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                           timestamp                           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |           synchronization source (SSRC) identifier            |
 * +=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+
 * |            contributing source (CSRC) identifiers             |
 * |                             ....                              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class RtpPacket {

  /** Length of a header without contributing sources or extension, octets. */
  public static final int FIXED_HEADER_LENGTH = 12;

  private byte[] buffer = new byte[0];
  private int offset;
  private int payloadOffset;
  private int payloadLength;

  /**
   * Points this view at received bytes.
   *
   * @return false if the bytes are not an RTP packet: wrong version, or lengths beyond the end
   */
  public boolean parse(byte[] bytes, int start, int length) {
    if (length < FIXED_HEADER_LENGTH || (bytes[start] & 0xC0) != 0x80) {
      return false;
    }
    int end = start + length;
    int position = start + FIXED_HEADER_LENGTH + (bytes[start] & 0x0F) * 4;
    if ((bytes[start] & 0x10) != 0) {
      if (position + 4 > end) {
        return false;
      }
      position += 4 + NetworkOrder.u16(bytes, position + 2) * 4;
    }
    int padding = 0;
    if ((bytes[start] & 0x20) != 0) {
      padding = bytes[end - 1] & 0xFF;
      if (padding == 0) {
        return false;
      }
    }
    if (position + padding > end) {
      return false;
    }
    buffer = bytes;
    offset = start;
    payloadOffset = position;
    payloadLength = end - padding - position;
    return true;
  }

  /** Last packet of a video frame, or first of a talk spurt. */
  public boolean marker() {
    return (buffer[offset + 1] & 0x80) != 0;
  }

  /** Payload type, 0-127. */
  public int payloadType() {
    return buffer[offset + 1] & 0x7F;
  }

  /** Sequence number, 0-65535. */
  public int sequenceNumber() {
    return NetworkOrder.u16(buffer, offset + 2);
  }

  /** Timestamp in units of the payload's clock; compare by difference, it wraps. */
  public int timestamp() {
    return NetworkOrder.i32(buffer, offset + 4);
  }

  /** Synchronisation source, all 32 bits in a signed int. */
  public int ssrc() {
    return NetworkOrder.i32(buffer, offset + 8);
  }

  /** The array that holds the payload. */
  public byte[] buffer() {
    return buffer;
  }

  /** Index of the first payload octet in {@link #buffer()}. */
  public int payloadOffset() {
    return payloadOffset;
  }

  /** Payload length without padding, octets. */
  public int payloadLength() {
    return payloadLength;
  }

  /** Index of the first header octet in {@link #buffer()}. */
  public int offset() {
    return offset;
  }

  /** Writes a header without contributing sources or extension at the start of a packet. */
  public static void writeHeader(
      byte[] bytes,
      int start,
      boolean marker,
      int payloadType,
      int sequenceNumber,
      int timestamp,
      int ssrc) {
    bytes[start] = (byte) 0x80;
    bytes[start + 1] = (byte) ((marker ? 0x80 : 0) | payloadType);
    NetworkOrder.put16(bytes, start + 2, sequenceNumber);
    NetworkOrder.put32(bytes, start + 4, timestamp);
    NetworkOrder.put32(bytes, start + 8, ssrc);
  }
}
