package org.plenum.media.rtp;

/**
 * Takes the packets of one RTP session. Called on the session's socket thread: must not block; the
 * packet is valid only during the call.
 */
public interface RtpSink {

  /**
   * A packet of a negotiated payload type arrived, in arrival order, opened, duplicates removed.
   */
  void onPacket(RtpPacket packet, long arrivalNanos);
}
