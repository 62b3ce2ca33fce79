package org.plenum.media.codec;

import java.util.Optional;

/** Audio codecs that the media plane both encodes and decodes. Names and rates are those of SDP. */
public enum AudioCodec {
  OPUS("opus", 48_000, 2, -1, 48_000),
  /** RFC 3551 section 4.5.2: the RTP clock runs at 8 kHz although the codec samples at 16 kHz. */
  G722("G722", 8_000, 1, 9, 16_000),
  PCMU("PCMU", 8_000, 1, 0, 8_000),
  PCMA("PCMA", 8_000, 1, 8, 8_000);

  private final String encodingName;
  private final int clockRate;
  private final int channels;
  private final int staticPayloadType;
  private final int sampleRate;

  AudioCodec(
      String encodingName, int clockRate, int channels, int staticPayloadType, int sampleRate) {
    this.encodingName = encodingName;
    this.clockRate = clockRate;
    this.channels = channels;
    this.staticPayloadType = staticPayloadType;
    this.sampleRate = sampleRate;
  }

  /** Encoding name of {@code a=rtpmap} (RFC 8866 section 6.6). */
  public String encodingName() {
    return encodingName;
  }

  /** RTP timestamp rate, Hz. */
  public int clockRate() {
    return clockRate;
  }

  /** Channel count as written in {@code a=rtpmap}; Opus always writes 2 (RFC 7587 section 7). */
  public int channels() {
    return channels;
  }

  /** Payload type of RFC 3551 table 4, or -1 if the codec only has dynamic ones. */
  public int staticPayloadType() {
    return staticPayloadType;
  }

  /** Rate at which the codec samples sound, Hz. */
  public int sampleRate() {
    return sampleRate;
  }

  /** The codec of an {@code a=rtpmap} value; names compare without case (RFC 8866 section 6.6). */
  public static Optional<AudioCodec> of(String encodingName, int clockRate) {
    for (AudioCodec codec : values()) {
      if (codec.encodingName.equalsIgnoreCase(encodingName) && codec.clockRate == clockRate) {
        return Optional.of(codec);
      }
    }
    return Optional.empty();
  }
}
