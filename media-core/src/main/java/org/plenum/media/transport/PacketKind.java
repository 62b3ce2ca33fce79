package org.plenum.media.transport;

/** What a datagram on a media port carries, told by its first octets (RFC 7983 section 7). */
public enum PacketKind {
  STUN,
  DTLS,
  RTP,
  RTCP,
  /** Nothing that media ports speak. */
  UNKNOWN;

  private static final int SHORTEST = 4;

  /**
   * Classifies a datagram.
   *
   * <pre>
   *              +----------------+
   *              |        [0..3] -+--> STUN
   * packet -->   |      [20..63] -+--> DTLS
   *              |    [128..191] -+--> RTP, or RTCP if the second octet is 192..223 (RFC 5761)
   *              +----------------+
   * </pre>
   */
  public static PacketKind of(byte[] bytes, int offset, int length) {
    if (length < SHORTEST) {
      return UNKNOWN;
    }
    int first = bytes[offset] & 0xFF;
    if (first <= 3) {
      return STUN;
    }
    if (first >= 20 && first <= 63) {
      return DTLS;
    }
    if (first >= 128 && first <= 191) {
      int second = bytes[offset + 1] & 0xFF;
      return second >= 192 && second <= 223 ? RTCP : RTP;
    }
    return UNKNOWN;
  }
}
