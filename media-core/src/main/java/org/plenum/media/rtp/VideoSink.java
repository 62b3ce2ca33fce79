package org.plenum.media.rtp;

/**
 * The video pipeline's end of one RTP session. Called on the session's socket thread: must not
 * block. A change of {@link RtpPacket#ssrc()} means that the sender began anew.
 */
public interface VideoSink extends RtpSink {

  /** The other side asked for a key frame (PLI or FIR). */
  void onKeyFrameRequested();

  /** The estimate of what may be sent changed, kilobit/s. */
  void onSendBudget(int kbps);
}
