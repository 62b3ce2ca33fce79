package org.plenum.node.sdp;

import java.util.List;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.codec.VideoCodec;

/**
 * What this side is willing to do in a call.
 *
 * @param audioCodecs accepted, and offered in this order
 * @param videoCodecs accepted, and offered in this order; empty for audio-only calls
 * @param maxWidth widest picture sent or received, pixels
 * @param maxHeight highest picture sent or received, pixels
 * @param maxFps highest frame rate sent or received, frames/s
 * @param maxKbps most for all streams of one direction, kilobit/s
 * @param cryptoMode whether media is encrypted
 */
public record MediaSettings(
    List<AudioCodec> audioCodecs,
    List<VideoCodec> videoCodecs,
    int maxWidth,
    int maxHeight,
    int maxFps,
    int maxKbps,
    CryptoMode cryptoMode) {

  /** All codecs, 720p at 30 frames/s, 2 Mbit/s, encrypted where offered. */
  public static final MediaSettings DEFAULT =
      new MediaSettings(
          List.of(AudioCodec.values()),
          List.of(VideoCodec.values()),
          1280,
          720,
          30,
          2048,
          CryptoMode.BEST_EFFORT);

  public MediaSettings {
    audioCodecs = List.copyOf(audioCodecs);
    videoCodecs = List.copyOf(videoCodecs);
    if (maxWidth < 16 || maxHeight < 16 || maxFps < 1 || maxKbps < 64) {
      throw new IllegalArgumentException(
          "media limits too low: %dx%d, %d frames/s, %d kbit/s"
              .formatted(maxWidth, maxHeight, maxFps, maxKbps));
    }
  }

  /** The same with another encryption policy. */
  public MediaSettings withCryptoMode(CryptoMode mode) {
    return new MediaSettings(audioCodecs, videoCodecs, maxWidth, maxHeight, maxFps, maxKbps, mode);
  }

  /** The same without video. */
  public MediaSettings audioOnly() {
    return new MediaSettings(
        audioCodecs, List.of(), maxWidth, maxHeight, maxFps, maxKbps, cryptoMode);
  }
}
