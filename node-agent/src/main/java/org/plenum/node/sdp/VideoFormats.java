package org.plenum.node.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.plan.VideoFormat;

/** Video payload types in terms of picture sizes: which are supported, and what they allow. */
final class VideoFormats {
  private static final int FIRST_PAYLOAD_TYPE = 110;

  private final MediaSettings settings;
  private final PictureSize most;
  private final H264Level ownLevel;

  VideoFormats(MediaSettings settings) {
    this.settings = settings;
    this.most = new PictureSize(settings.maxWidth(), settings.maxHeight());
    this.ownLevel = H264Level.sufficientFor(most, settings.maxFps());
  }

  /** The limits that the writer of a payload type set, or empty if it is not supported. */
  Optional<VideoFormat> limits(RtpFormat format) {
    if (format.clockRate() != VideoCodec.CLOCK_RATE) {
      return Optional.empty();
    }
    return VideoCodec.of(format.encodingName())
        .filter(settings.videoCodecs()::contains)
        .flatMap(
            codec ->
                switch (codec) {
                  case H264 ->
                      H264Format.of(format.parameters())
                          .filter(h264 -> settings.h264Modes().contains(h264.packetizationMode()))
                          .map(this::limits);
                  case VP8 -> Optional.of(vp8Limits(format.parameters()));
                });
  }

  private VideoFormat limits(H264Format h264) {
    return video(
        VideoCodec.H264,
        h264.packetizationMode(),
        PictureSize.within(most, settings.maxFps(), h264.maxFrameSize(), h264.maxMacroblockRate()));
  }

  /** RFC 7741 section 6.1: without {@code max-fs} and {@code max-fr} there is no limit. */
  private VideoFormat vp8Limits(FormatParameters parameters) {
    int maxFrameSize = positive(parameters, "max-fs");
    int maxFps = Math.min(settings.maxFps(), positive(parameters, "max-fr"));
    return video(VideoCodec.VP8, 0, PictureSize.within(most, maxFps, maxFrameSize, Long.MAX_VALUE));
  }

  private static int positive(FormatParameters parameters, String name) {
    int value = parameters.number(name).orElse(0);
    return value > 0 ? value : Integer.MAX_VALUE;
  }

  private static VideoFormat video(
      VideoCodec codec, int packetizationMode, PictureSize.Rated rated) {
    return new VideoFormat(
        codec, packetizationMode, rated.size().width(), rated.size().height(), rated.fps());
  }

  /** Most that the writer of a payload type can take, kilobit/s. */
  int maxKbps(RtpFormat format) {
    return VideoCodec.of(format.encodingName()).orElseThrow() == VideoCodec.H264
        ? H264Format.of(format.parameters()).orElseThrow().maxKbps()
        : Integer.MAX_VALUE;
  }

  /** An offered payload type as this side describes it in its answer. */
  RtpFormat answering(RtpFormat offered) {
    if (VideoCodec.of(offered.encodingName()).orElseThrow() == VideoCodec.H264) {
      H264Format h264 = H264Format.of(offered.parameters()).orElseThrow();
      return withParameters(offered, h264.parametersAt(h264.answeredLevel(ownLevel)));
    }
    return withParameters(offered, vp8Parameters());
  }

  /** The payload types that this side offers. */
  List<RtpFormat> offered() {
    List<RtpFormat> formats = new ArrayList<>();
    for (VideoCodec codec : settings.videoCodecs()) {
      switch (codec) {
        case H264 -> {
          for (int mode : settings.h264Modes()) {
            formats.add(own(formats.size(), codec, H264Format.offered(ownLevel, mode)));
          }
        }
        case VP8 -> formats.add(own(formats.size(), codec, vp8Parameters()));
      }
    }
    return formats;
  }

  private static RtpFormat own(int index, VideoCodec codec, String parameters) {
    return new RtpFormat(
        FIRST_PAYLOAD_TYPE + index,
        codec.encodingName(),
        VideoCodec.CLOCK_RATE,
        1,
        FormatParameters.parse(parameters));
  }

  private static RtpFormat withParameters(RtpFormat format, String parameters) {
    return new RtpFormat(
        format.payloadType(),
        format.encodingName(),
        format.clockRate(),
        format.channels(),
        FormatParameters.parse(parameters));
  }

  private String vp8Parameters() {
    return "max-fr=" + settings.maxFps() + ";max-fs=" + most.macroblocks();
  }

  /** The text behind {@code a=fmtp:PT}. */
  String parametersOf(RtpFormat format) {
    return format.parameters().values().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .sorted()
        .collect(Collectors.joining(";"));
  }
}
