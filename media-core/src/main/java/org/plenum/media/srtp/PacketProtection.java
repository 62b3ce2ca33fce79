package org.plenum.media.srtp;

/**
 * Protects and opens packets in place. Each of the four operations is called by one thread at a
 * time; different ones may run at once.
 */
public interface PacketProtection extends AutoCloseable {

  /** Room that must follow a packet for authentication tag, SRTCP index and key identifier. */
  int TRAILER_ROOM = 32;

  /** Result of opening a packet that is forged or damaged, or replayed RTCP. */
  int REJECTED = -1;

  /** Protects an RTP packet; returns its new length. */
  int protectRtp(byte[] buffer, int offset, int length);

  /** Protects an RTCP compound; returns its new length. */
  int protectRtcp(byte[] buffer, int offset, int length);

  /**
   * Opens an RTP packet; returns its new length or {@link #REJECTED}. An authentic packet is opened
   * as often as it arrives: finding replays is left to the session, which knows retransmissions.
   */
  int openRtp(byte[] buffer, int offset, int length);

  /** Opens an RTCP compound; returns its new length or {@link #REJECTED}. */
  int openRtcp(byte[] buffer, int offset, int length);

  /** True if an opened packet is known to come from the peer. */
  boolean authenticates();

  /** Releases cipher contexts. */
  @Override
  void close();
}
