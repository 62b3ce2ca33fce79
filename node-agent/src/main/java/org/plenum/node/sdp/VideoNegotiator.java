package org.plenum.node.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.StreamPlan;
import org.plenum.media.plan.VideoFormat;
import org.plenum.media.plan.VideoPlan;
import org.plenum.node.sdp.NegotiationException.Warning;

/** Offer and answer of the main video stream. */
final class VideoNegotiator {
  /** Left for audio when the limit of the whole session is shared out, kilobit/s. */
  private static final int AUDIO_SHARE_KBPS = 64;

  private static final int MIN_KBPS = 64;

  private final MediaSettings settings;
  private final LocalTransport transport;
  private final StreamNegotiator streams;
  private final VideoFormats formats;

  VideoNegotiator(MediaSettings settings, LocalTransport transport, StreamNegotiator streams) {
    this.settings = settings;
    this.transport = transport;
    this.streams = streams;
    this.formats = new VideoFormats(settings);
  }

  AgreedStream<VideoPlan> answer(
      SessionDescription offer, MediaDescription offered, Optional<VideoPlan> previous)
      throws NegotiationException, SdpException {
    List<RtpFormat> common = supported(offered);
    StreamNegotiator.Agreed stream =
        streams.answer(offer, offered, keying(previous), maxSendKbps(offer, offered, common));
    List<RtpFormat> own = common.stream().map(formats::answering).toList();
    VideoPlan plan = plan(stream.plan(), offered, common, own);
    List<Attribute> feedback = new ArrayList<>();
    for (RtpFormat format : common) {
      RtcpFeedback.of(offered, format.payloadType()).stream()
          .map(kind -> kind.toAttribute(format.payloadType()))
          .forEach(feedback::add);
    }
    MediaDescription local = describe(offered.protocol(), own, feedback, stream.attributes());
    return new AgreedStream<>(local, plan);
  }

  MediaDescription offer() {
    List<RtpFormat> own = formats.offered();
    List<Attribute> feedback = new ArrayList<>();
    for (RtpFormat format : own) {
      for (RtcpFeedback kind : RtcpFeedback.values()) {
        feedback.add(kind.toAttribute(format.payloadType()));
      }
    }
    return describe(streams.offeredProfile().protocol(), own, feedback, streams.offer());
  }

  AgreedStream<VideoPlan> accept(
      SessionDescription offer,
      MediaDescription offered,
      SessionDescription answer,
      MediaDescription answered,
      Optional<VideoPlan> previous)
      throws NegotiationException, SdpException {
    List<RtpFormat> sendable = supported(answered);
    StreamPlan stream =
        streams.accept(
            offer,
            offered,
            answer,
            answered,
            keying(previous),
            maxSendKbps(answer, answered, sendable));
    return new AgreedStream<>(offered, plan(stream, answered, sendable, supported(offered)));
  }

  private List<RtpFormat> supported(MediaDescription media) throws SdpException {
    return RtpFormat.of(media).stream().filter(f -> formats.limits(f).isPresent()).toList();
  }

  private VideoPlan plan(
      StreamPlan stream,
      MediaDescription remote,
      List<RtpFormat> sendable,
      List<RtpFormat> receivable)
      throws NegotiationException {
    if (sendable.isEmpty()) {
      throw new NegotiationException(Warning.INCOMPATIBLE_MEDIA_FORMAT, "No common video codec");
    }
    RtpFormat send = sendable.getFirst();
    VideoFormat sendFormat = formats.limits(send).orElseThrow();
    Map<Integer, VideoFormat> receive = new HashMap<>();
    receivable.forEach(
        format ->
            formats.limits(format).ifPresent(limits -> receive.put(format.payloadType(), limits)));
    Set<RtcpFeedback> feedback = RtcpFeedback.of(remote, send.payloadType());
    return new VideoPlan(
        stream,
        withFrameRate(sendFormat, remote),
        send.payloadType(),
        receive,
        feedback.contains(RtcpFeedback.NACK),
        feedback.contains(RtcpFeedback.PLI),
        feedback.contains(RtcpFeedback.FIR));
  }

  /** {@code a=framerate} (RFC 8866 section 6.13) lowers the rate for all payload types. */
  private static VideoFormat withFrameRate(VideoFormat format, MediaDescription remote) {
    Optional<Attribute> framerate = remote.attributes().first("framerate");
    try {
      int most =
          framerate.isPresent()
              ? (int) Math.clamp(Double.parseDouble(framerate.get().value()), 1, 1000)
              : format.maxFps();
      return new VideoFormat(
          format.codec(),
          format.packetizationMode(),
          format.maxWidth(),
          format.maxHeight(),
          Math.min(most, format.maxFps()));
    } catch (NumberFormatException e) {
      // As good as absent: the codec's own limit holds.
      return format;
    }
  }

  private int maxSendKbps(
      SessionDescription session, MediaDescription remote, List<RtpFormat> sendable) {
    int most = settings.maxSendKbps() - AUDIO_SHARE_KBPS;
    int sessionLimit = Bandwidth.limitKbps(session.bandwidths()).orElse(0);
    if (sessionLimit > 0) {
      most = Math.min(most, sessionLimit - AUDIO_SHARE_KBPS);
    }
    int streamLimit = Bandwidth.limitKbps(remote.bandwidths()).orElse(0);
    if (streamLimit > 0) {
      most = Math.min(most, streamLimit);
    }
    if (!sendable.isEmpty()) {
      most = Math.min(most, formats.maxKbps(sendable.getFirst()));
    }
    return Math.max(MIN_KBPS, most);
  }

  private MediaDescription describe(
      String protocol, List<RtpFormat> own, List<Attribute> feedback, List<Attribute> common) {
    List<Attribute> attributes = new ArrayList<>();
    for (RtpFormat format : own) {
      attributes.add(format.rtpmap());
      attributes.add(
          Attribute.of("fmtp", format.payloadType() + " " + formats.parametersOf(format)));
    }
    attributes.addAll(feedback);
    attributes.addAll(common);
    int kbps = Math.max(MIN_KBPS, settings.maxReceiveKbps() - AUDIO_SHARE_KBPS);
    return new MediaDescription(
        "video",
        transport.videoPort(),
        protocol,
        own.stream().map(format -> String.valueOf(format.payloadType())).toList(),
        Optional.empty(),
        List.of(Bandwidth.applicationSpecific(kbps), Bandwidth.tias(kbps)),
        new Attributes(attributes),
        0);
  }

  private static Optional<Keying> keying(Optional<VideoPlan> previous) {
    return previous.map(plan -> plan.stream().keying());
  }
}
