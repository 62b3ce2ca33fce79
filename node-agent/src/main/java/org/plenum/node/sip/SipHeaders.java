package org.plenum.node.sip;

import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.header.extensions.SessionExpiresHeader;
import java.text.ParseException;
import java.util.Collection;
import java.util.List;
import javax.sip.InvalidArgumentException;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.Header;
import javax.sip.message.Message;
import javax.sip.message.Request;
import org.plenum.node.sip.ReasonTable.Cause;

/** Makes the header fields that this user agent writes. Thread-safe. */
final class SipHeaders {
  /** RFC 4028. */
  static final String TIMER = "timer";

  /** Option tags that a request may require (RFC 3261 section 8.2.2.3). */
  static final List<String> SUPPORTED = List.of(TIMER);

  static final List<String> ALLOWED =
      List.of(
          Request.INVITE,
          Request.ACK,
          Request.CANCEL,
          Request.BYE,
          Request.OPTIONS,
          Request.INFO,
          Request.UPDATE);

  private static final int MAX_TEXT = 250;
  private static final String WARN_AGENT = "plenum";

  private final HeaderFactoryImpl factory = new HeaderFactoryImpl();
  private final String product;

  /**
   * @param product for Server and User-Agent
   */
  SipHeaders(String product) {
    this.product = product;
  }

  /** Makes a header of constants: an exception would be a mistake in this program. */
  private interface Making<H> {
    H make() throws ParseException, InvalidArgumentException;
  }

  private static <H> H made(Making<H> making) {
    try {
      return making.make();
    } catch (ParseException | InvalidArgumentException e) {
      throw new IllegalStateException("A header of this user agent is invalid", e);
    }
  }

  Header server() {
    return made(() -> factory.createServerHeader(List.of(product)));
  }

  Header userAgent() {
    return made(() -> factory.createUserAgentHeader(List.of(product)));
  }

  /** Allow and Supported: what a peer may do in this dialog. */
  void addCapabilities(Message message) {
    message.setHeader(made(() -> factory.createAllowHeader(String.join(", ", ALLOWED))));
    message.setHeader(made(() -> factory.createSupportedHeader(String.join(", ", SUPPORTED))));
  }

  /** The body types that requests may have. */
  void addAccept(Message message, Collection<String> types) {
    for (String type : types) {
      int slash = type.indexOf('/');
      message.addHeader(
          made(
              () ->
                  factory.createAcceptHeader(type.substring(0, slash), type.substring(slash + 1))));
    }
  }

  Header acceptEncodingIdentity() {
    return made(() -> factory.createAcceptEncodingHeader("identity"));
  }

  Header unsupported(Collection<String> optionTags) {
    return made(() -> factory.createUnsupportedHeader(String.join(", ", optionTags)));
  }

  Header require(String optionTag) {
    return made(() -> factory.createRequireHeader(optionTag));
  }

  Header retryAfter(int seconds) {
    return made(() -> factory.createRetryAfterHeader(seconds));
  }

  Header warning(int code, String text) {
    return made(() -> factory.createWarningHeader(WARN_AGENT, code, quotable(text)));
  }

  Header reason(Cause cause, String text) {
    return made(() -> factory.createReasonHeader(cause.protocol(), cause.cause(), quotable(text)));
  }

  Header minSe(int seconds) {
    return made(() -> factory.createMinSEHeader(seconds));
  }

  Header sessionExpires(SessionTerms terms, boolean answering) {
    return made(
        () -> {
          SessionExpiresHeader header = factory.createSessionExpiresHeader(terms.seconds());
          // "uac" is whoever sent the request at hand (RFC 4028 section 4).
          header.setRefresher(terms.refreshedHere() == answering ? "uas" : "uac");
          return header;
        });
  }

  ContentTypeHeader sdp() {
    return made(() -> factory.createContentTypeHeader("application", "sdp"));
  }

  private static String quotable(String text) {
    String clean = text.replaceAll("[\"\\\\\\p{Cntrl}]", "'");
    return clean.length() > MAX_TEXT ? clean.substring(0, MAX_TEXT) : clean;
  }
}
