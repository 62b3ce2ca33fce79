package org.plenum.installer.peer;

/**
 * How a baresip endpoint calls and what it sends.
 *
 * @param name user part of its address
 * @param transport {@code udp}, {@code tcp} or {@code tls}
 * @param audioCodec for example {@code opus/48000/2}
 * @param toneHz frequency of the tone it sends
 * @param videoCodec {@code h264}, {@code vp8} or empty for audio only
 * @param videoSource for example {@code avformat,/path/video.mp4}; empty without video
 * @param mediaEncryption {@code srtp-mand}, {@code dtls_srtp} or empty
 */
public record BaresipAccount(
    String name,
    String transport,
    String audioCodec,
    int toneHz,
    String videoCodec,
    String videoSource,
    String mediaEncryption) {

  /** An endpoint without video. */
  public static BaresipAccount audio(
      String name, String transport, String audioCodec, int toneHz, String mediaEncryption) {
    return new BaresipAccount(name, transport, audioCodec, toneHz, "", "", mediaEncryption);
  }

  String accountLine(int sipPort) {
    StringBuilder line =
        new StringBuilder("<sip:%s@127.0.0.1:%d".formatted(name, sipPort))
            .append(transport.equals("udp") ? "" : ";transport=" + transport)
            .append(">;regint=0;answermode=auto;audio_codecs=")
            .append(audioCodec);
    if (!videoCodec.isEmpty()) {
      line.append(";video_codecs=").append(videoCodec);
    }
    if (!mediaEncryption.isEmpty()) {
      line.append(";mediaenc=").append(mediaEncryption);
    }
    return line.append('\n').toString();
  }
}
