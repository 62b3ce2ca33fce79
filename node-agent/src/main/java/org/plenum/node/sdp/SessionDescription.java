package org.plenum.node.sdp;

import java.util.List;
import java.util.Optional;

/**
 * A session description (RFC 8866). Lines without influence on a call (i, u, e, p, r, z, k) are not
 * kept.
 *
 * @param origin {@code o=}
 * @param sessionName {@code s=}
 * @param connection session-level {@code c=}, the default of all media
 * @param bandwidths session-level {@code b=} lines
 * @param attributes session-level attributes
 * @param media media descriptions in order; the position identifies a stream (RFC 3264)
 */
public record SessionDescription(
    Origin origin,
    String sessionName,
    Optional<Connection> connection,
    List<Bandwidth> bandwidths,
    Attributes attributes,
    List<MediaDescription> media) {
  public SessionDescription {
    bandwidths = List.copyOf(bandwidths);
    media = List.copyOf(media);
  }

  /** The same description under another origin line. */
  public SessionDescription withOrigin(Origin newOrigin) {
    return new SessionDescription(
        newOrigin, sessionName, connection, bandwidths, attributes, media);
  }

  /** The same description with other media. */
  public SessionDescription withMedia(List<MediaDescription> newMedia) {
    return new SessionDescription(
        origin, sessionName, connection, bandwidths, attributes, newMedia);
  }

  /** The text as it goes on the wire. */
  @Override
  public String toString() {
    return SdpWriter.write(this);
  }
}
