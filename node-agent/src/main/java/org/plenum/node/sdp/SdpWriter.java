package org.plenum.node.sdp;

import java.util.List;
import java.util.Optional;

/** Writes session descriptions in the line order of RFC 8866 section 9. */
final class SdpWriter {
  private final StringBuilder text = new StringBuilder(1024);

  private SdpWriter() {}

  static String write(SessionDescription session) {
    SdpWriter writer = new SdpWriter();
    writer.session(session);
    session.media().forEach(writer::media);
    return writer.text.toString();
  }

  private void session(SessionDescription session) {
    Origin origin = session.origin();
    line("v=0");
    line(
        "o=%s %s %s IN %s %s"
            .formatted(
                origin.username(),
                origin.sessionId(),
                origin.version(),
                origin.addressType(),
                origin.address()));
    line("s=" + session.sessionName());
    connection(session.connection());
    bandwidths(session.bandwidths());
    // Calls are unbounded sessions (RFC 3264 section 5).
    line("t=0 0");
    attributes(session.attributes());
  }

  private void media(MediaDescription media) {
    line(
        "m=%s %d %s %s"
            .formatted(
                media.type(), media.port(), media.protocol(), String.join(" ", media.formats())));
    connection(media.connection());
    bandwidths(media.bandwidths());
    attributes(media.attributes());
  }

  private void connection(Optional<Connection> connection) {
    connection.ifPresent(
        c -> line("c=IN " + c.addressType() + " " + Connection.textOf(c.address())));
  }

  private void bandwidths(List<Bandwidth> bandwidths) {
    bandwidths.forEach(b -> line("b=" + b.type() + ":" + b.value()));
  }

  private void attributes(Attributes attributes) {
    attributes
        .list()
        .forEach(a -> line("a=" + a.name() + (a.value().isEmpty() ? "" : ":" + a.value())));
  }

  private void line(String line) {
    text.append(line).append("\r\n");
  }
}
