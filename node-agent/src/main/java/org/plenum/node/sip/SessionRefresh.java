package org.plenum.node.sip;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.plenum.node.sdp.NegotiationException;
import org.plenum.node.sdp.SdpException;
import org.plenum.node.sdp.SessionDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the session of one call alive by UPDATE or re-INVITE, and ends it when the other side stops
 * answering or refreshing (RFC 4028). Owned by its call.
 */
final class SessionRefresh {
  private static final Logger log = LoggerFactory.getLogger(SessionRefresh.class);

  /** RFC 3261 section 14.1: the side that did not choose the Call-ID waits 0 to 2 s, in ms. */
  private static final int MAX_GLARE_MILLIS = 2_000;

  private final DialogRequests requests;
  private final SipMedia media;
  private final SessionTimer timer;
  private final Consumer<String> lost;
  private SessionTerms terms;
  private boolean updateAllowed;
  private boolean requestPending;
  private boolean offerPending;

  /**
   * @param updateAllowed the other side takes UPDATE
   * @param queue runs timer tasks in turn with the call's other events
   * @param lost ends the call
   */
  SessionRefresh(
      DialogRequests requests,
      SipMedia media,
      boolean updateAllowed,
      SessionTerms terms,
      ScheduledExecutorService timers,
      Consumer<Runnable> queue,
      Consumer<String> lost) {
    this.requests = requests;
    this.media = media;
    this.updateAllowed = updateAllowed;
    this.terms = terms;
    this.lost = lost;
    this.timer =
        new SessionTimer(
            timers,
            () -> queue.accept(this::refresh),
            () -> queue.accept(() -> lost.accept("Session timer expired")));
  }

  SessionTerms terms() {
    return terms;
  }

  void start() {
    timer.start(terms);
  }

  void stop() {
    timer.stop();
  }

  /** The other side refreshed. */
  void onRefreshed(SessionTerms newTerms) {
    terms = newTerms;
    timer.start(terms);
  }

  /** An INVITE of this side is under way; one of the other side meets 491 meanwhile. */
  boolean isOfferOurs() {
    return offerPending;
  }

  /** A final response to UPDATE or INVITE of this side. */
  void onResponse(Response response, String method) throws SdpException, NegotiationException {
    requestPending = false;
    int status = response.getStatusCode();
    boolean offered = offerPending;
    offerPending = false;
    if (status < 300) {
      terms = SessionTerms.answered(response, terms);
      timer.start(terms);
      if (method.equals(Request.INVITE)) {
        acknowledge(response);
      }
      return;
    }
    if (offered) {
      media.withdrawOffer();
    }
    switch (status) {
      case Response.REQUEST_TIMEOUT, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST ->
          lost.accept("The remote side knows the call no more (" + status + ")");
      case Response.REQUEST_PENDING ->
          timer.refreshIn(ThreadLocalRandom.current().nextInt(MAX_GLARE_MILLIS));
      case 422 -> {
        Optional<Integer> minimum = SessionTerms.minimum(response);
        if (minimum.isPresent() && minimum.get() > terms.seconds()) {
          terms = terms.withSeconds(minimum.get());
          refresh();
        }
      }
      case Response.METHOD_NOT_ALLOWED, Response.NOT_IMPLEMENTED -> {
        if (updateAllowed) {
          updateAllowed = false;
          refresh();
        }
      }
      default ->
          // Not refreshed: the timer ends the call unless the other side refreshes.
          log.debug("A session refresh got {}", status);
    }
  }

  private void acknowledge(Response response) throws SdpException, NegotiationException {
    try {
      requests.ack(response);
    } catch (SipException e) {
      lost.accept("ACK could not be sent");
      return;
    }
    try {
      Optional<SessionDescription> answer = SdpBody.of(response);
      if (answer.isPresent()) {
        media.accept(answer.get());
      } else {
        media.withdrawOffer();
      }
    } catch (SdpBody.UnsupportedBodyException e) {
      media.withdrawOffer();
    }
  }

  private void refresh() {
    if (requestPending || media.isOfferPending()) {
      timer.refreshIn(MAX_GLARE_MILLIS);
      return;
    }
    try {
      requestPending = true;
      if (updateAllowed) {
        requests.update(terms);
      } else {
        offerPending = true;
        requests.reinvite(terms, media.offer());
      }
    } catch (SipException e) {
      requestPending = false;
      if (offerPending) {
        offerPending = false;
        media.withdrawOffer();
      }
      // The timer tries again or ends the call.
      log.debug("A session refresh could not be sent", e);
    }
  }
}
