package org.plenum.media.video.codec;

import org.plenum.media.codec.VideoCodec;

/**
 * Everything that decides what an encoder writes; receivers with equal formats can share one.
 *
 * @param codec the codec
 * @param packetizationMode H.264 packetisation mode, 0 or 1 (RFC 6184 section 5.4); 0 for others
 * @param width picture width, pixels, even
 * @param height picture height, pixels, even
 * @param fps frames/s
 * @param kbps target bit rate, kilobit/s
 */
public record EncoderFormat(
    VideoCodec codec, int packetizationMode, int width, int height, int fps, int kbps) {

  /** Picture size, for example {@code 1280x720}. */
  public String resolution() {
    return width + "x" + height;
  }
}
