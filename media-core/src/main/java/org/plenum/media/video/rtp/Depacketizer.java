package org.plenum.media.video.rtp;

import org.plenum.media.video.codec.EncodedPicture;

/**
 * Joins RTP payloads to compressed pictures. Gets packets in the order of their sequence numbers
 * and is told of gaps. The payloads come from the network: anything malformed counts as lost. One
 * thread at a time.
 */
public interface Depacketizer {

  /** Takes the next packet's payload. */
  void packet(byte[] buffer, int offset, int length, int timestamp, boolean marker);

  /** One or more packets before the next one are missing. */
  void gap();

  /** Where pictures go. */
  interface Output {

    /**
     * A picture is complete.
     *
     * @param picture valid during the call
     * @param timestamp RTP timestamp
     */
    void onPicture(EncodedPicture picture, int timestamp);

    /** A picture, or more, was lost; what follows may refer to it. */
    void onLoss();
  }
}
