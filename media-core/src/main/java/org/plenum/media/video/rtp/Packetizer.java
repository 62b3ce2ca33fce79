package org.plenum.media.video.rtp;

import org.plenum.media.video.codec.EncodedPicture;
import org.plenum.media.video.codec.VideoEncoder;

/** Cuts a compressed picture into RTP payloads. One thread at a time. */
public interface Packetizer {

  /** Longest payload written, octets; fits any path with IPv6, SRTP and a tunnel or two. */
  int MAX_PAYLOAD = VideoEncoder.MAX_SLICE_LENGTH;

  /** Replaces the content of {@code payloads} by the payloads of a picture. */
  void packetize(EncodedPicture picture, Payloads payloads);
}
