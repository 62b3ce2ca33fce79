package org.plenum.node.sip;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.text.ParseException;
import java.util.List;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.TransactionUnavailableException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.plenum.node.call.RejectReason;
import org.plenum.node.sip.ReasonTable.Cause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes and sends responses. Thread-safe. */
final class Replies {
  /** Bodies of INVITE, UPDATE and ACK. */
  static final List<String> SESSION_BODIES = List.of("application/sdp");

  /** Bodies of INFO. */
  static final List<String> INFO_BODIES =
      List.of("application/dtmf-relay", "application/dtmf", "application/media_control+xml");

  private static final int OVERLOAD_RETRY_SECONDS = 10;
  private static final Logger log = LoggerFactory.getLogger(Replies.class);

  private final SipHeaders headers;
  private final ToTags tags = new ToTags();

  Replies(SipHeaders headers) {
    this.headers = headers;
  }

  /** A response with what every response has. */
  Response response(Request request, int status) {
    SIPResponse response = ((SIPRequest) request).createResponse(status);
    response.setHeader(headers.server());
    if (status > Response.TRYING && response.getToTag() == null) {
      response.setToTag(tags.of((SIPRequest) request));
    }
    return response;
  }

  /** Sends a response without more ado. */
  void reply(ServerTransaction transaction, int status) {
    send(transaction, response(transaction.getRequest(), status));
  }

  /** A refusal with an explanation for people (Reason, RFC 3326). */
  void refuse(ServerTransaction transaction, int status, String text) {
    Response response = response(transaction.getRequest(), status);
    response.setHeader(headers.reason(new Cause("SIP", status), text));
    if (status == Response.SERVICE_UNAVAILABLE) {
      response.setHeader(headers.retryAfter(OVERLOAD_RETRY_SECONDS));
    }
    send(transaction, response);
  }

  void refuse(ServerTransaction transaction, RejectReason reason, String text) {
    refuse(transaction, ReasonTable.status(reason), text);
  }

  /** 400 with the problem in a Warning. */
  void badRequest(ServerTransaction transaction, String problem) {
    Response response = response(transaction.getRequest(), Response.BAD_REQUEST);
    response.setHeader(headers.warning(399, problem));
    send(transaction, response);
  }

  /** 488 with the incompatibility in a Warning (RFC 3261 section 21.4.26). */
  void notAcceptable(ServerTransaction transaction, int warning, String problem) {
    Response response = response(transaction.getRequest(), Response.NOT_ACCEPTABLE_HERE);
    response.setHeader(headers.warning(warning, problem));
    send(transaction, response);
  }

  /** 415 with what would be supported (section 21.4.13). */
  void unsupportedBody(ServerTransaction transaction, List<String> accepted) {
    Response response = response(transaction.getRequest(), Response.UNSUPPORTED_MEDIA_TYPE);
    headers.addAccept(response, accepted);
    response.setHeader(headers.acceptEncodingIdentity());
    send(transaction, response);
  }

  void unsupportedExtensions(ServerTransaction transaction, List<String> optionTags) {
    Response response = response(transaction.getRequest(), Response.BAD_EXTENSION);
    response.setHeader(headers.unsupported(optionTags));
    send(transaction, response);
  }

  void methodNotAllowed(ServerTransaction transaction) {
    Response response = response(transaction.getRequest(), Response.METHOD_NOT_ALLOWED);
    headers.addCapabilities(response);
    send(transaction, response);
  }

  /** 422 (RFC 4028 section 6). */
  void intervalTooShort(ServerTransaction transaction, int minimumSeconds) {
    Response response = response(transaction.getRequest(), 422);
    response.setHeader(headers.minSe(minimumSeconds));
    send(transaction, response);
  }

  /** 500 with Retry-After: an earlier offer is still open (RFC 3261 section 14.2). */
  void retryLater(ServerTransaction transaction, int seconds) {
    Response response = response(transaction.getRequest(), Response.SERVER_INTERNAL_ERROR);
    response.setHeader(headers.retryAfter(seconds));
    send(transaction, response);
  }

  /** 200 to OPTIONS: what this user agent can do (section 11.2). */
  void capabilities(ServerTransaction transaction) {
    Response response = response(transaction.getRequest(), Response.OK);
    headers.addCapabilities(response);
    headers.addAccept(response, SESSION_BODIES);
    headers.addAccept(response, INFO_BODIES);
    response.setHeader(headers.acceptEncodingIdentity());
    send(transaction, response);
  }

  /**
   * Refuses a request for which there is no transaction: because a header that every request needs
   * is missing, or because there are too many transactions.
   */
  void statelessly(SipProvider provider, Request request, TransactionUnavailableException why) {
    boolean malformed = why.getCause() instanceof ParseException;
    Response response =
        response(request, malformed ? Response.BAD_REQUEST : Response.SERVICE_UNAVAILABLE);
    if (malformed) {
      response.setHeader(headers.warning(399, String.valueOf(why.getMessage())));
    } else {
      response.setHeader(headers.retryAfter(OVERLOAD_RETRY_SECONDS));
    }
    try {
      provider.sendResponse(response);
    } catch (SipException e) {
      log.debug("A response to {} could not be sent", request.getMethod(), e);
    }
  }

  /**
   * Sends a response. A failure (the peer is gone, the transaction timed out) concerns that peer
   * only; what it means for a call shows in timers.
   *
   * @return whether it was sent
   */
  boolean send(ServerTransaction transaction, Response response) {
    try {
      transaction.sendResponse(response);
      return true;
    } catch (SipException | InvalidArgumentException | RuntimeException e) {
      log.debug(
          "A {} response to {} could not be sent",
          response.getStatusCode(),
          transaction.getRequest().getMethod(),
          e);
      return false;
    }
  }
}
