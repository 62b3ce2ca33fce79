package org.plenum.media.codec;

import java.util.Optional;

/** Video codecs that the media plane both encodes and decodes. The RTP clock is 90 kHz for all. */
public enum VideoCodec {
  /** RFC 6184; constrained baseline. */
  H264("H264"),
  /** RFC 7741. */
  VP8("VP8");

  /** RTP timestamp rate of every video payload, Hz. */
  public static final int CLOCK_RATE = 90_000;

  private final String encodingName;

  VideoCodec(String encodingName) {
    this.encodingName = encodingName;
  }

  /** Encoding name of {@code a=rtpmap}. */
  public String encodingName() {
    return encodingName;
  }

  /** The codec of an {@code a=rtpmap} encoding name. */
  public static Optional<VideoCodec> of(String encodingName) {
    for (VideoCodec codec : values()) {
      if (codec.encodingName.equalsIgnoreCase(encodingName)) {
        return Optional.of(codec);
      }
    }
    return Optional.empty();
  }
}
