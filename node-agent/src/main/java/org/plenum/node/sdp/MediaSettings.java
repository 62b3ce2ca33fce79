package org.plenum.node.sdp;

import java.util.List;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.codec.VideoCodec;

/**
 * What this side is willing to do in a call.
 *
 * @param audioCodecs accepted, and offered in this order
 * @param videoCodecs accepted, and offered in this order; empty for audio-only calls
 * @param h264Modes packetisation modes of H.264 (RFC 6184) that are accepted, and offered in this
 *     order
 * @param maxWidth widest picture sent or received, pixels
 * @param maxHeight highest picture sent or received, pixels
 * @param maxFps highest frame rate sent or received, frames/s
 * @param maxSendKbps most that is sent, all streams, kilobit/s
 * @param maxReceiveKbps most that the other side is asked to send, all streams, kilobit/s
 * @param cryptoMode whether media is encrypted
 */
public record MediaSettings(
    List<AudioCodec> audioCodecs,
    List<VideoCodec> videoCodecs,
    List<Integer> h264Modes,
    int maxWidth,
    int maxHeight,
    int maxFps,
    int maxSendKbps,
    int maxReceiveKbps,
    CryptoMode cryptoMode) {

  /** All codecs, 720p at 30 frames/s, 2 Mbit/s, encrypted where offered. */
  public static final MediaSettings DEFAULT =
      new MediaSettings(
          List.of(AudioCodec.values()),
          List.of(VideoCodec.values()),
          List.of(1, 0),
          1280,
          720,
          30,
          2048,
          2048,
          CryptoMode.BEST_EFFORT);

  /** Least that a call can do with: one audio stream of G.711. */
  private static final int MIN_KBPS = 64;

  public MediaSettings {
    audioCodecs = List.copyOf(audioCodecs);
    videoCodecs = List.copyOf(videoCodecs);
    h264Modes = List.copyOf(h264Modes);
    if (maxWidth < 16
        || maxHeight < 16
        || maxFps < 1
        || maxSendKbps < MIN_KBPS
        || maxReceiveKbps < MIN_KBPS) {
      throw new IllegalArgumentException(
          "media limits too low: %dx%d, %d frames/s, %d kbit/s out, %d kbit/s in"
              .formatted(maxWidth, maxHeight, maxFps, maxSendKbps, maxReceiveKbps));
    }
  }

  /** The same with these codecs and packetisation modes of H.264. */
  public MediaSettings with(List<AudioCodec> audio, List<VideoCodec> video, List<Integer> modes) {
    return new MediaSettings(
        audio, video, modes, maxWidth, maxHeight, maxFps, maxSendKbps, maxReceiveKbps, cryptoMode);
  }

  /** The same with another encryption policy. */
  public MediaSettings withCryptoMode(CryptoMode mode) {
    return new MediaSettings(
        audioCodecs,
        videoCodecs,
        h264Modes,
        maxWidth,
        maxHeight,
        maxFps,
        maxSendKbps,
        maxReceiveKbps,
        mode);
  }

  /** The same without video. */
  public MediaSettings audioOnly() {
    return with(audioCodecs, List.of(), h264Modes);
  }

  /** The same with at most these bandwidths, kilobit/s, but with enough for one audio stream. */
  public MediaSettings limitedTo(int sendKbps, int receiveKbps) {
    return new MediaSettings(
        audioCodecs,
        videoCodecs,
        h264Modes,
        maxWidth,
        maxHeight,
        maxFps,
        Math.max(MIN_KBPS, Math.min(maxSendKbps, sendKbps)),
        Math.max(MIN_KBPS, Math.min(maxReceiveKbps, receiveKbps)),
        cryptoMode);
  }
}
