package org.plenum.node.sdp;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.media.plan.AudioPlan;
import org.plenum.media.plan.MediaPlan;
import org.plenum.media.plan.VideoPlan;
import org.plenum.node.sdp.NegotiationException.Warning;

/**
 * The offer/answer exchanges of one call (RFC 3264). A failed exchange changes nothing: what was
 * agreed before stays in force. Not thread-safe: owned by its call.
 */
public final class OfferAnswer {
  private static final String AUDIO = "audio";
  private static final String VIDEO = "video";

  private final MediaSettings settings;
  private final LocalTransport transport;
  private final AudioNegotiator audio;
  private final VideoNegotiator video;
  private Origin origin;
  private @Nullable Agreement current;
  private @Nullable SessionDescription pendingOffer;

  /**
   * @param settings what this side is willing to do
   * @param transport where this side receives
   * @param random source of keys
   */
  public OfferAnswer(MediaSettings settings, LocalTransport transport, SecureRandom random) {
    this.settings = settings;
    this.transport = transport;
    StreamNegotiator streams =
        new StreamNegotiator(
            new KeyAgreement(settings.cryptoMode(), transport.dtlsFingerprint(), random));
    this.audio = new AudioNegotiator(settings, transport, streams);
    this.video = new VideoNegotiator(settings, transport, streams);
    this.origin =
        new Origin(
            "-",
            String.valueOf(random.nextLong(1L << 53)),
            BigInteger.ONE,
            Connection.addressTypeOf(transport.address()),
            Connection.textOf(transport.address()));
  }

  /** What is in force, if anything was agreed. */
  public Optional<Agreement> current() {
    return Optional.ofNullable(current);
  }

  /**
   * Answers an offer of the other side.
   *
   * @throws SdpException an attribute that matters cannot be read
   * @throws NegotiationException no stream is acceptable
   */
  public Agreement answer(SessionDescription offer) throws SdpException, NegotiationException {
    Chosen<AudioPlan> chosenAudio =
        choose(
            offer,
            AUDIO,
            media -> audio.answer(offer, media, currentPlan().flatMap(MediaPlan::audio)));
    Chosen<VideoPlan> chosenVideo =
        settings.videoCodecs().isEmpty()
            ? Chosen.nothing()
            : choose(
                offer,
                VIDEO,
                media -> video.answer(offer, media, currentPlan().flatMap(MediaPlan::video)));
    if (chosenAudio.stream().isEmpty() && chosenVideo.stream().isEmpty()) {
      requireNothingOffered(offer, chosenAudio, chosenVideo);
    }
    List<MediaDescription> lines = new ArrayList<>();
    for (int i = 0; i < offer.media().size(); i++) {
      if (i == chosenAudio.index()) {
        lines.add(chosenAudio.stream().orElseThrow().local());
      } else if (i == chosenVideo.index()) {
        lines.add(chosenVideo.stream().orElseThrow().local());
      } else {
        lines.add(offer.media().get(i).refused());
      }
    }
    MediaPlan plan =
        new MediaPlan(
            chosenAudio.stream().map(AgreedStream::plan),
            chosenVideo.stream().map(AgreedStream::plan));
    Agreement agreement = new Agreement(versioned(describe(lines)), plan);
    pendingOffer = null;
    current = agreement;
    return agreement;
  }

  /**
   * The offer of this side: what is in force, or everything if nothing is in force yet. It is
   * pending until {@link #accept}, {@link #answer} or {@link #withdraw}.
   */
  public SessionDescription offer() {
    SessionDescription offer;
    if (current != null) {
      List<MediaDescription> lines =
          current.local().media().stream().map(KeyAgreement::reoffered).toList();
      offer = versioned(current.local().withMedia(lines));
    } else {
      List<MediaDescription> lines = new ArrayList<>();
      lines.add(audio.offer());
      if (!settings.videoCodecs().isEmpty()) {
        lines.add(video.offer());
      }
      offer = versioned(describe(lines));
    }
    pendingOffer = offer;
    return offer;
  }

  /** The other side refused the pending offer: what was in force stays so. */
  public void withdraw() {
    pendingOffer = null;
  }

  /** True if this side made an offer that has no answer yet. */
  public boolean isOfferPending() {
    return pendingOffer != null;
  }

  /**
   * Takes the answer to the pending offer.
   *
   * @throws SdpException an attribute that matters cannot be read, or the answer's streams are not
   *     those of the offer
   * @throws NegotiationException no stream was accepted
   */
  public Agreement accept(SessionDescription answer) throws SdpException, NegotiationException {
    SessionDescription offer = pendingOffer;
    if (offer == null) {
      throw new IllegalStateException("no offer is pending");
    }
    if (answer.media().size() != offer.media().size()) {
      throw new SdpException(
          0,
          "answer has %d m= lines, the offer %d"
              .formatted(answer.media().size(), offer.media().size()));
    }
    Optional<AudioPlan> audioPlan = Optional.empty();
    Optional<VideoPlan> videoPlan = Optional.empty();
    for (int i = 0; i < offer.media().size(); i++) {
      MediaDescription offered = offer.media().get(i);
      MediaDescription answered = answer.media().get(i);
      if (!offered.isActive() || !answered.isActive()) {
        continue;
      }
      if (!offered.type().equals(answered.type())) {
        throw new SdpException(
            answered.line(), "m= answers an " + offered.type() + " stream with another type");
      }
      if (offered.type().equals(AUDIO)) {
        audioPlan =
            Optional.of(
                audio
                    .accept(
                        offer, offered, answer, answered, currentPlan().flatMap(MediaPlan::audio))
                    .plan());
      } else {
        videoPlan =
            Optional.of(
                video
                    .accept(
                        offer, offered, answer, answered, currentPlan().flatMap(MediaPlan::video))
                    .plan());
      }
    }
    if (audioPlan.isEmpty() && videoPlan.isEmpty()) {
      throw new NegotiationException(
          Warning.MEDIA_TYPE_NOT_AVAILABLE, "The other side accepted no stream");
    }
    Agreement agreement = new Agreement(offer, new MediaPlan(audioPlan, videoPlan));
    pendingOffer = null;
    current = agreement;
    return agreement;
  }

  private Optional<MediaPlan> currentPlan() {
    return current().map(Agreement::plan);
  }

  /** The stream of a type that was agreed, with its position; position -1 if none. */
  private record Chosen<P>(
      int index, Optional<AgreedStream<P>> stream, @Nullable NegotiationException problem) {
    static <P> Chosen<P> nothing() {
      return new Chosen<>(-1, Optional.empty(), null);
    }
  }

  private interface Answering<P> {
    AgreedStream<P> answer(MediaDescription media) throws SdpException, NegotiationException;
  }

  private <P> Chosen<P> choose(SessionDescription offer, String type, Answering<P> answering)
      throws SdpException {
    NegotiationException problem = null;
    for (MediaDescription media : candidates(offer, type)) {
      try {
        return new Chosen<>(
            offer.media().indexOf(media), Optional.of(answering.answer(media)), null);
      } catch (NegotiationException e) {
        problem = problem == null ? e : problem;
      }
    }
    return new Chosen<>(-1, Optional.empty(), problem);
  }

  /**
   * The active streams of a type that may be the main one. Endpoints that offer an encrypted and a
   * plain line for the same stream want one of them: the encrypted one goes first.
   */
  private List<MediaDescription> candidates(SessionDescription offer, String type) {
    return offer.media().stream()
        .filter(media -> media.type().equals(type) && media.isActive())
        .filter(OfferAnswer::isMainContent)
        .sorted(Comparator.comparing(this::isPlain))
        .toList();
  }

  private boolean isPlain(MediaDescription media) {
    return settings.cryptoMode() != CryptoMode.OFF
        && !RtpProfile.of(media).map(RtpProfile::isSecure).orElse(false);
  }

  /** RFC 4796: slides are another stream than the people. */
  private static boolean isMainContent(MediaDescription media) {
    return media
        .attributes()
        .first("content")
        .map(content -> content.value().contains("main"))
        .orElse(true);
  }

  /** A running call may switch all its streams off; anything else without a stream is refused. */
  private void requireNothingOffered(
      SessionDescription offer, Chosen<?> chosenAudio, Chosen<?> chosenVideo)
      throws NegotiationException {
    boolean offeredNothing = offer.media().stream().noneMatch(MediaDescription::isActive);
    if (current != null && offeredNothing) {
      return;
    }
    if (chosenAudio.problem() != null) {
      throw chosenAudio.problem();
    }
    if (chosenVideo.problem() != null) {
      throw chosenVideo.problem();
    }
    throw new NegotiationException(
        Warning.MEDIA_TYPE_NOT_AVAILABLE, "Neither an audio nor a video stream is offered");
  }

  private SessionDescription describe(List<MediaDescription> lines) {
    return new SessionDescription(
        origin,
        "-",
        Optional.of(new Connection(transport.address())),
        List.of(Bandwidth.applicationSpecific(settings.maxReceiveKbps())),
        Attributes.NONE,
        lines);
  }

  /** RFC 3264 section 8: the version grows by one if and only if something else changed. */
  private SessionDescription versioned(SessionDescription description) {
    if (current == null || current.local().equals(description)) {
      return description;
    }
    origin = origin.next();
    return description.withOrigin(origin);
  }
}
