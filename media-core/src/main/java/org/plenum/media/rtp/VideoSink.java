package org.plenum.media.rtp;

/**
 * The video pipeline's end of one RTP session. Called on the session's socket thread: must not
 * block; the packet is valid only during the call.
 */
public interface VideoSink {

  /** A packet arrived, in arrival order, authenticated, duplicates removed. */
  void onPacket(RtpPacket packet, long arrivalNanos);

  /** The other side asked for a key frame (PLI or FIR). */
  void onKeyFrameRequested();

  /** The estimate of what may be sent changed, kilobit/s. */
  void onSendBudget(int kbps);
}
