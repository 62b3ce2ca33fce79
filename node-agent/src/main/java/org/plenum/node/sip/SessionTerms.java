package org.plenum.node.sip;

import gov.nist.javax.sip.header.extensions.MinSE;
import gov.nist.javax.sip.header.extensions.SessionExpires;
import java.time.Duration;
import java.util.Optional;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.plenum.node.sip.SipSettings.SessionTimers;

/**
 * What both sides agreed on the life of a session without refresh (RFC 4028).
 *
 * @param seconds interval
 * @param refreshedHere this side sends the refreshes
 * @param peerSupported the other side knows session timers
 */
record SessionTerms(int seconds, boolean refreshedHere, boolean peerSupported) {

  /**
   * The terms with which a request is answered. This side refreshes unless the request wants
   * otherwise: it then also learns of a peer that vanished.
   */
  static SessionTerms answering(Request request, SessionTimers timers) {
    boolean supported =
        OptionTags.of(request, "Supported").contains(SipHeaders.TIMER)
            || OptionTags.of(request, "Require").contains(SipHeaders.TIMER);
    Optional<SessionExpires> asked = sessionExpires(request);
    if (asked.isEmpty()) {
      int minimum = minimum(request).orElse(0);
      return new SessionTerms(
          Math.max(minimum, (int) timers.interval().toSeconds()), true, supported);
    }
    boolean refreshedThere = supported && "uac".equalsIgnoreCase(asked.get().getRefresher());
    return new SessionTerms(asked.get().getExpires(), !refreshedThere, supported);
  }

  /** The terms of a response to a refresh of this side; without any, those before go on. */
  static SessionTerms answered(Response response, SessionTerms before) {
    return sessionExpires(response)
        .map(
            header ->
                new SessionTerms(
                    header.getExpires(),
                    !"uas".equalsIgnoreCase(header.getRefresher()),
                    before.peerSupported))
        .orElse(before);
  }

  /** The least interval that this side takes, if the request asks for less. */
  static Optional<Duration> tooShort(Request request, SessionTimers timers) {
    return sessionExpires(request)
        .filter(header -> header.getExpires() < timers.minimum().toSeconds())
        .map(header -> timers.minimum());
  }

  /** The {@code Min-SE} of a message, seconds. */
  static Optional<Integer> minimum(Message message) {
    return message.getHeader(MinSE.NAME) instanceof MinSE header
        ? Optional.of(header.getExpires())
        : Optional.empty();
  }

  private static Optional<SessionExpires> sessionExpires(Message message) {
    return message.getHeader(SessionExpires.NAME) instanceof SessionExpires header
        ? Optional.of(header)
        : Optional.empty();
  }

  SessionTerms withSeconds(int newSeconds) {
    return new SessionTerms(newSeconds, refreshedHere, peerSupported);
  }
}
