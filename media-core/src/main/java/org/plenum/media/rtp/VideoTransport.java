package org.plenum.media.rtp;

/**
 * What the video pipeline needs of one RTP session; sent packets are kept for retransmission.
 * Methods may be called from any thread.
 */
public interface VideoTransport extends RtpOutput {

  /** Asks the sender for a key frame, by PLI or FIR as agreed; repeated calls are limited. */
  void requestKeyFrame();
}
