package org.plenum.media.rtp;

/**
 * The sending half of an RTP session, which adds sequence numbers, SSRC and SRTP. May be called
 * from any thread.
 */
@FunctionalInterface
public interface RtpOutput {

  /**
   * Sends one payload; the bytes are copied before the method returns. Nothing happens while the
   * plan does not send, or no keys are agreed yet.
   *
   * @param payloadType payload type
   * @param timestamp RTP timestamp
   * @param marker last packet of a video frame, first of a talk spurt
   */
  void send(int payloadType, int timestamp, boolean marker, byte[] buffer, int offset, int length);
}
