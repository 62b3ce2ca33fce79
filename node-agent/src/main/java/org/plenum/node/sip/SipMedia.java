package org.plenum.node.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenum.media.MediaEndpoint;
import org.plenum.media.plan.AudioPlan;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.MediaPlan;
import org.plenum.media.plan.StreamPlan;
import org.plenum.media.plan.VideoPlan;
import org.plenum.node.call.CallLimits;
import org.plenum.node.call.MediaEndpoints;
import org.plenum.node.call.MediaState;
import org.plenum.node.sdp.Agreement;
import org.plenum.node.sdp.LocalTransport;
import org.plenum.node.sdp.MediaSettings;
import org.plenum.node.sdp.NegotiationException;
import org.plenum.node.sdp.OfferAnswer;
import org.plenum.node.sdp.SdpException;
import org.plenum.node.sdp.SessionDescription;

/**
 * The media of one call: its endpoint, and the offers and answers that configure it. Owned by its
 * call; {@link #endpoint()} and {@link #state()} may be read from any thread.
 */
final class SipMedia {
  private final MediaEndpoints endpoints;
  private MediaSettings settings;
  private final InetAddress localAddress;
  private final SecureRandom random;
  private @Nullable OfferAnswer offerAnswer;
  private volatile @Nullable MediaEndpoint endpoint;
  private volatile MediaState state = MediaState.NONE;

  SipMedia(
      MediaEndpoints endpoints,
      MediaSettings settings,
      InetAddress localAddress,
      SecureRandom random) {
    this.endpoints = endpoints;
    this.settings = settings;
    this.localAddress = localAddress;
    this.random = random;
  }

  Optional<MediaEndpoint> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  MediaState state() {
    return state;
  }

  /** Takes ports. The limits hold for all offers and answers of the call. */
  void open(UUID id, CallLimits limits, MediaEndpoint.Listener listener) throws IOException {
    settings = within(limits);
    MediaEndpoint opened = endpoints.open(id.toString(), listener);
    endpoint = opened;
    offerAnswer =
        new OfferAnswer(
            settings,
            new LocalTransport(
                localAddress, opened.audioPort(), opened.videoPort(), opened.dtlsFingerprint()),
            random);
  }

  private MediaSettings within(CallLimits limits) {
    MediaSettings limited =
        settings.limitedTo(
            limits.maxSendKbps().orElse(Integer.MAX_VALUE),
            limits.maxReceiveKbps().orElse(Integer.MAX_VALUE));
    return limits.video() ? limited : limited.audioOnly();
  }

  /** Answers an offer, and puts the result in force before the other side knows it. */
  SessionDescription answer(SessionDescription offer) throws SdpException, NegotiationException {
    return inForce(negotiation().answer(offer)).local();
  }

  SessionDescription offer() {
    return negotiation().offer();
  }

  void accept(SessionDescription answer) throws SdpException, NegotiationException {
    inForce(negotiation().accept(answer));
  }

  boolean isOfferPending() {
    return offerAnswer != null && offerAnswer.isOfferPending();
  }

  void withdrawOffer() {
    negotiation().withdraw();
  }

  void close() {
    MediaEndpoint open = endpoint;
    if (open != null) {
      endpoint = null;
      open.close();
    }
  }

  private OfferAnswer negotiation() {
    if (offerAnswer == null) {
      throw new IllegalStateException("media is not open");
    }
    return offerAnswer;
  }

  private Agreement inForce(Agreement agreement) {
    MediaEndpoint open = endpoint;
    if (open != null) {
      open.configure(agreement.plan());
      state = stateOf(agreement.plan());
    }
    return agreement;
  }

  private MediaState stateOf(MediaPlan plan) {
    Optional<StreamPlan> audio = plan.audio().map(AudioPlan::stream);
    Optional<StreamPlan> video = plan.video().map(VideoPlan::stream);
    boolean encrypted =
        (audio.isPresent() || video.isPresent())
            && audio.map(SipMedia::isEncrypted).orElse(true)
            && video.map(SipMedia::isEncrypted).orElse(true);
    boolean onHold = audio.or(() -> video).map(s -> !s.direction().sends()).orElse(false);
    int sendKbps =
        audio.map(StreamPlan::maxSendKbps).orElse(0) + video.map(StreamPlan::maxSendKbps).orElse(0);
    return new MediaState(
        audio.isPresent(),
        video.isPresent(),
        encrypted,
        onHold,
        sendKbps,
        settings.maxReceiveKbps());
  }

  private static boolean isEncrypted(StreamPlan stream) {
    return !(stream.keying() instanceof Keying.None);
  }
}
