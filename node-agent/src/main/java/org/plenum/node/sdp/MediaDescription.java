package org.plenum.node.sdp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plenum.media.plan.Direction;

/**
 * A media description: an {@code m=} line and what follows it (RFC 8866 section 5.14).
 *
 * @param type {@code audio}, {@code video}, {@code application}...
 * @param port 0 if the stream is refused or switched off (RFC 3264 section 6)
 * @param protocol for example {@code RTP/SAVP}
 * @param formats payload types or other formats, preferred first
 * @param connection its own {@code c=}
 * @param bandwidths its {@code b=} lines
 * @param attributes its attributes
 * @param line where the {@code m=} was read, from 1; 0 if it was not read
 */
public record MediaDescription(
    String type,
    int port,
    String protocol,
    List<String> formats,
    Optional<Connection> connection,
    List<Bandwidth> bandwidths,
    Attributes attributes,
    int line) {
  public MediaDescription {
    formats = List.copyOf(formats);
    bandwidths = List.copyOf(bandwidths);
  }

  /** True unless the port is 0. */
  public boolean isActive() {
    return port != 0;
  }

  /** This description as the answer that refuses it (RFC 3264 section 6). */
  public MediaDescription refused() {
    return new MediaDescription(
        type, 0, protocol, formats, Optional.empty(), List.of(), Attributes.NONE, 0);
  }

  /** The same description with other attributes. */
  public MediaDescription withAttributes(Attributes newAttributes) {
    return new MediaDescription(
        type, port, protocol, formats, connection, bandwidths, newAttributes, line);
  }

  /** Direction as its writer sees it: its own, that of the session, or sendrecv. */
  public Direction direction(SessionDescription session) {
    return directionIn(attributes)
        .or(() -> directionIn(session.attributes()))
        .orElse(Direction.SENDRECV);
  }

  private static Optional<Direction> directionIn(Attributes attributes) {
    for (Attribute attribute : attributes.list()) {
      for (Direction direction : Direction.values()) {
        if (attribute.name().equals(nameOf(direction))) {
          return Optional.of(direction);
        }
      }
    }
    return Optional.empty();
  }

  static String nameOf(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }
}
