package org.plenum.node.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.plan.AudioPlan;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.StreamPlan;
import org.plenum.node.sdp.NegotiationException.Warning;

/** Offer and answer of the audio stream. */
final class AudioNegotiator {
  /** Enough for stereo Opus; the other codecs have a fixed rate of 64 kbit/s. */
  private static final int MAX_KBPS = 128;

  private static final int DEFAULT_PACKET_MILLIS = 20;
  private static final int MAX_PACKET_MILLIS = 60;
  private static final String TELEPHONE_EVENT = "telephone-event";

  private final MediaSettings settings;
  private final LocalTransport transport;
  private final StreamNegotiator streams;

  AudioNegotiator(MediaSettings settings, LocalTransport transport, StreamNegotiator streams) {
    this.settings = settings;
    this.transport = transport;
    this.streams = streams;
  }

  AgreedStream<AudioPlan> answer(
      SessionDescription offer, MediaDescription offered, Optional<AudioPlan> previous)
      throws NegotiationException, SdpException {
    List<RtpFormat> all = RtpFormat.of(offered);
    List<RtpFormat> common = all.stream().filter(f -> codec(f).isPresent()).toList();
    StreamNegotiator.Agreed stream =
        streams.answer(offer, offered, keying(previous), maxSendKbps(common, offered));
    AudioPlan plan = plan(stream.plan(), offered, common, common, event(all, common));

    List<RtpFormat> answered = new ArrayList<>(common);
    plan.telephoneEvent()
        .ifPresent(pt -> all.stream().filter(f -> f.payloadType() == pt).forEach(answered::add));
    MediaDescription local =
        describe(offered.protocol(), answered, plan.packetMillis(), stream.attributes());
    return new AgreedStream<>(local, plan);
  }

  MediaDescription offer() {
    List<RtpFormat> formats = new ArrayList<>();
    int dynamic = 96;
    for (AudioCodec codec : settings.audioCodecs()) {
      int payloadType = codec.staticPayloadType() >= 0 ? codec.staticPayloadType() : dynamic++;
      formats.add(
          new RtpFormat(
              payloadType,
              codec.encodingName(),
              codec.clockRate(),
              codec.channels(),
              FormatParameters.NONE));
    }
    // RFC 4733 section 2.1: events run at the clock rate of the audio codec they interrupt.
    List<Integer> clockRates =
        settings.audioCodecs().stream().map(AudioCodec::clockRate).distinct().sorted().toList();
    int payloadType = 101;
    for (int clockRate : clockRates) {
      formats.add(
          new RtpFormat(payloadType++, TELEPHONE_EVENT, clockRate, 1, FormatParameters.NONE));
    }
    return describe(
        streams.offeredProfile().protocol(), formats, DEFAULT_PACKET_MILLIS, streams.offer());
  }

  AgreedStream<AudioPlan> accept(
      SessionDescription offer,
      MediaDescription offered,
      SessionDescription answer,
      MediaDescription answered,
      Optional<AudioPlan> previous)
      throws NegotiationException, SdpException {
    List<RtpFormat> theirs = RtpFormat.of(answered);
    List<RtpFormat> sendable = theirs.stream().filter(f -> codec(f).isPresent()).toList();
    List<RtpFormat> receivable =
        RtpFormat.of(offered).stream().filter(f -> codec(f).isPresent()).toList();
    StreamPlan stream =
        streams.accept(
            offer, offered, answer, answered, keying(previous), maxSendKbps(sendable, answered));
    AudioPlan plan = plan(stream, answered, sendable, receivable, event(theirs, sendable));
    return new AgreedStream<>(offered, plan);
  }

  private AudioPlan plan(
      StreamPlan stream,
      MediaDescription remote,
      List<RtpFormat> sendable,
      List<RtpFormat> receivable,
      OptionalInt telephoneEvent)
      throws NegotiationException {
    if (sendable.isEmpty()) {
      throw new NegotiationException(Warning.INCOMPATIBLE_MEDIA_FORMAT, "No common audio codec");
    }
    // The receiver's first choice is the one to send (RFC 3264 section 5.1 and 6.1).
    RtpFormat send = sendable.getFirst();
    Map<Integer, AudioCodec> receive = new HashMap<>();
    receivable.forEach(
        format -> codec(format).ifPresent(codec -> receive.put(format.payloadType(), codec)));
    return new AudioPlan(
        stream,
        codec(send).orElseThrow(),
        send.payloadType(),
        receive,
        telephoneEvent,
        packetMillis(remote),
        send.parameters().isOne("stereo"),
        send.parameters().isOne("useinbandfec"));
  }

  private Optional<AudioCodec> codec(RtpFormat format) {
    return AudioCodec.of(format.encodingName(), format.clockRate())
        .filter(codec -> codec.channels() == format.channels())
        .filter(settings.audioCodecs()::contains);
  }

  /** The events that run at the clock rate of the codec in use, or else the first ones. */
  private static OptionalInt event(List<RtpFormat> all, List<RtpFormat> codecs) {
    List<RtpFormat> events =
        all.stream()
            .filter(f -> f.encodingName().toLowerCase(Locale.ROOT).equals(TELEPHONE_EVENT))
            .toList();
    for (RtpFormat event : events) {
      if (!codecs.isEmpty() && codecs.getFirst().clockRate() == event.clockRate()) {
        return OptionalInt.of(event.payloadType());
      }
    }
    return events.isEmpty() ? OptionalInt.empty() : OptionalInt.of(events.getFirst().payloadType());
  }

  /** What the other side wants to receive ({@code ptime}), in whole steps of 10 ms. */
  private static int packetMillis(MediaDescription remote) {
    int wanted = millis(remote, "ptime").orElse(DEFAULT_PACKET_MILLIS);
    int most = Math.min(millis(remote, "maxptime").orElse(MAX_PACKET_MILLIS), MAX_PACKET_MILLIS);
    return Math.max(10, Math.min(wanted, most) / 10 * 10);
  }

  private static OptionalInt millis(MediaDescription media, String attribute) {
    Optional<Attribute> value = media.attributes().first(attribute);
    try {
      return value.isPresent()
          ? OptionalInt.of((int) Math.clamp(Double.parseDouble(value.get().value()), 1, 1000))
          : OptionalInt.empty();
    } catch (NumberFormatException e) {
      // As good as absent: the default suits every receiver.
      return OptionalInt.empty();
    }
  }

  private static int maxSendKbps(List<RtpFormat> sendable, MediaDescription remote) {
    int limit = Bandwidth.limitKbps(remote.bandwidths()).orElse(MAX_KBPS);
    int codecLimit =
        sendable.isEmpty()
            ? MAX_KBPS
            : sendable.getFirst().parameters().number("maxaveragebitrate").orElse(0) / 1000;
    int most = codecLimit > 0 ? Math.min(codecLimit, MAX_KBPS) : MAX_KBPS;
    return limit > 0 ? Math.min(limit, most) : most;
  }

  private MediaDescription describe(
      String protocol, List<RtpFormat> formats, int packetMillis, List<Attribute> common) {
    List<Attribute> attributes = new ArrayList<>();
    for (RtpFormat format : formats) {
      attributes.add(format.rtpmap());
      parameters(format)
          .ifPresent(
              text -> attributes.add(Attribute.of("fmtp", format.payloadType() + " " + text)));
    }
    attributes.add(Attribute.of("ptime", String.valueOf(packetMillis)));
    attributes.addAll(common);
    return new MediaDescription(
        "audio",
        transport.audioPort(),
        protocol,
        formats.stream().map(format -> String.valueOf(format.payloadType())).toList(),
        Optional.empty(),
        List.of(),
        new Attributes(attributes),
        0);
  }

  private static Optional<String> parameters(RtpFormat format) {
    if (format.encodingName().equalsIgnoreCase(TELEPHONE_EVENT)) {
      return Optional.of("0-15");
    }
    return format.encodingName().equalsIgnoreCase(AudioCodec.OPUS.encodingName())
        ? Optional.of("useinbandfec=1")
        : Optional.empty();
  }

  private static Optional<Keying> keying(Optional<AudioPlan> previous) {
    return previous.map(plan -> plan.stream().keying());
  }
}
