package org.plenum.media.rtp;

/**
 * What the video pipeline needs of one RTP session; the session adds sequence numbers, SSRC, SRTP
 * and keeps sent packets for retransmission. Methods may be called from any thread.
 */
public interface VideoTransport {

  /**
   * Sends one payload; the bytes are copied before the method returns.
   *
   * @param payloadType payload type
   * @param timestamp RTP timestamp, 90 kHz
   * @param marker last packet of the frame
   */
  void send(int payloadType, int timestamp, boolean marker, byte[] buffer, int offset, int length);

  /** Asks the sender for a key frame, by PLI or FIR as agreed; repeated calls are limited. */
  void requestKeyFrame();
}
