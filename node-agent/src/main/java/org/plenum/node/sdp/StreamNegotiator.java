package org.plenum.node.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plenum.media.plan.Direction;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.StreamPlan;

/** The part of a stream's negotiation that does not depend on codecs. */
final class StreamNegotiator {
  private final KeyAgreement keys;

  StreamNegotiator(KeyAgreement keys) {
    this.keys = keys;
  }

  /**
   * An agreed stream.
   *
   * @param plan for the media plane
   * @param attributes for the description that this side writes
   */
  record Agreed(StreamPlan plan, List<Attribute> attributes) {}

  /** Answers an offered stream. */
  Agreed answer(
      SessionDescription offer,
      MediaDescription offered,
      Optional<Keying> previous,
      int maxSendKbps)
      throws NegotiationException {
    KeyAgreement.Agreed key = keys.answer(offer, offered, previous);
    StreamPlan plan =
        plan(
            offer,
            offered,
            offered.attributes().has("rtcp-mux"),
            key.keying(),
            directionOf(offer, offered).reversed(),
            maxSendKbps);
    List<Attribute> attributes = new ArrayList<>(key.attributes());
    if (plan.rtcpMux()) {
      attributes.add(Attribute.flag("rtcp-mux"));
    }
    attributes.add(Attribute.flag(MediaDescription.nameOf(plan.direction())));
    return new Agreed(plan, attributes);
  }

  /** The protocol of streams that this side offers. */
  RtpProfile offeredProfile() {
    return keys.offeredProfile();
  }

  /** What this side offers for every stream. */
  List<Attribute> offer() {
    List<Attribute> attributes = new ArrayList<>(keys.offer());
    attributes.add(Attribute.flag("rtcp-mux"));
    attributes.add(Attribute.flag("sendrecv"));
    return attributes;
  }

  /** Reads the answer to a stream that this side offered. */
  StreamPlan accept(
      SessionDescription offer,
      MediaDescription offered,
      SessionDescription answer,
      MediaDescription answered,
      Optional<Keying> previous,
      int maxSendKbps)
      throws NegotiationException {
    boolean mux = offered.attributes().has("rtcp-mux") && answered.attributes().has("rtcp-mux");
    Direction direction = offered.direction(offer).and(directionOf(answer, answered).reversed());
    Keying keying = keys.accept(offered, answer, answered, previous);
    return plan(answer, answered, mux, keying, direction, maxSendKbps);
  }

  private static StreamPlan plan(
      SessionDescription session,
      MediaDescription media,
      boolean mux,
      Keying keying,
      Direction direction,
      int maxSendKbps) {
    InetSocketAddress rtp = new InetSocketAddress(connection(session, media), media.port());
    return new StreamPlan(
        rtp, mux ? rtp : rtcpAddress(media, rtp), mux, keying, direction, maxSendKbps);
  }

  /** Direction as the other side sees it; its address 0.0.0.0 means that it takes nothing. */
  private static Direction directionOf(SessionDescription session, MediaDescription media) {
    Direction direction = media.direction(session);
    return connection(session, media).isAnyLocalAddress()
        ? direction.and(Direction.SENDONLY)
        : direction;
  }

  private static InetAddress connection(SessionDescription session, MediaDescription media) {
    // The parser refuses active media without an address.
    return media.connection().or(session::connection).orElseThrow().address();
  }

  /** {@code a=rtcp:port [IN IP4 address]} (RFC 3605), or the port after that of RTP. */
  private static InetSocketAddress rtcpAddress(MediaDescription media, InetSocketAddress rtp) {
    InetAddress address = rtp.getAddress();
    int port = Math.min(rtp.getPort() + 1, 65535);
    Optional<Attribute> rtcp = media.attributes().first("rtcp");
    if (rtcp.isEmpty()) {
      return new InetSocketAddress(address, port);
    }
    String[] parts = rtcp.get().value().split(" +");
    try {
      int stated = Integer.parseInt(parts[0]);
      port = stated > 0 && stated <= 65535 ? stated : port;
      if (parts.length == 4) {
        address = InetAddress.ofLiteral(parts[3]);
      }
    } catch (IllegalArgumentException e) {
      // A malformed attribute is as good as none; RTCP latches to where it comes from anyway.
      return new InetSocketAddress(address, port);
    }
    return new InetSocketAddress(address, port);
  }
}
