package org.plenum.media;

/**
 * UDP ports that media may use, both ends included.
 *
 * @param first lowest port, 1024 or higher
 * @param last highest port, at most 65535
 */
public record PortRange(int first, int last) {

  /** Ports of one stream: RTP on the even one, RTCP on the next (RFC 3550 section 11). */
  static final int PORTS_PER_STREAM = 2;

  public PortRange {
    if (first < 1024 || last > 65_535 || last - first < PORTS_PER_STREAM) {
      throw new IllegalArgumentException(
          "media ports " + first + "-" + last + " are not a range within 1024-65535");
    }
  }
}
