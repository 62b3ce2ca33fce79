package org.plenum.node.sip;

import java.io.IOException;
import java.text.ParseException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.Header;
import javax.sip.header.ReasonHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.plenum.media.MediaEndpoint;
import org.plenum.node.call.CallIdentity;
import org.plenum.node.call.CallLeg;
import org.plenum.node.call.CallLimits;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.MediaState;
import org.plenum.node.call.RejectReason;
import org.plenum.node.call.SerialExecutor;
import org.plenum.node.sdp.NegotiationException;
import org.plenum.node.sdp.SdpException;
import org.plenum.node.sdp.SessionDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An incoming SIP call. All state belongs to its serial executor: public methods and events of the
 * stack, of media and of timers queue there.
 */
final class SipCallLeg implements CallLeg, MediaEndpoint.Listener {
  private static final Logger log = LoggerFactory.getLogger(SipCallLeg.class);
  private static final int MAX_DETAIL = 250;

  private enum State {
    /** No final response was sent. */
    OFFERED,
    /** 200 was sent, its ACK is awaited. */
    ACCEPTED,
    CONFIRMED,
    /** Over for this side; a BYE of this side may still be on its way. */
    ENDED
  }

  private final CallIdentity identity;
  private final SipCallContext context;
  private final SerialExecutor serial;
  private final ServerTransaction invite;
  private final Optional<SessionDescription> offer;
  private final DialogRequests requests;
  private final Header contact;
  private final SipMedia media;
  private final SessionRefresh session;

  private State state = State.OFFERED;
  private boolean ringing;
  private boolean byeOwed;
  private @Nullable Listener listener;
  private DisconnectReason endReason = DisconnectReason.REMOTE_DISCONNECT;
  private String endDetail = "";

  /**
   * @param invite transaction of the INVITE, answered with 100 so far
   * @param offer of the INVITE; without one this side will make the offer
   * @param sessionTerms with which the INVITE will be answered
   */
  SipCallLeg(
      CallIdentity identity,
      SipCallContext context,
      ServerTransaction invite,
      Optional<SessionDescription> offer,
      SessionTerms sessionTerms,
      Flow flow,
      Header contact,
      SipMedia media) {
    this.identity = identity;
    this.context = context;
    this.serial = new SerialExecutor(context.threads());
    this.invite = invite;
    this.offer = offer;
    this.contact = contact;
    this.media = media;
    this.requests =
        new DialogRequests(
            invite.getDialog(), context.provider(), flow, contact, context.headers(), this);
    this.session =
        new SessionRefresh(
            requests,
            media,
            OptionTags.of(invite.getRequest(), "Allow").contains("update"),
            sessionTerms,
            context.timers(),
            this::queue,
            this::onSessionLost);
  }

  @Override
  public CallIdentity identity() {
    return identity;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, true, true);
  }

  @Override
  public Optional<MediaEndpoint> media() {
    return media.endpoint();
  }

  @Override
  public MediaState mediaState() {
    return media.state();
  }

  @Override
  public void listen(Listener newListener) {
    queue(
        () -> {
          listener = newListener;
          switch (state) {
            case CONFIRMED -> newListener.onEstablished(media.state());
            case ENDED -> newListener.onEnded(endReason, endDetail);
            case OFFERED, ACCEPTED -> log.trace("{} has a listener", identity.id());
          }
        });
  }

  @Override
  public void ring() {
    queue(
        () -> {
          if (state == State.OFFERED && !ringing) {
            ringing = true;
            Response response = context.replies().response(invite.getRequest(), Response.RINGING);
            response.setHeader(contact);
            context.headers().addCapabilities(response);
            context.replies().send(invite, response);
          }
        });
  }

  @Override
  public void answer(CallLimits limits) {
    queue(() -> answerNow(limits));
  }

  @Override
  public void reject(RejectReason reason, String detail) {
    queue(
        () -> {
          if (state == State.OFFERED) {
            String text = detail.isBlank() ? reason.text() : detail;
            context.replies().refuse(invite, reason, text);
            end(reason.recordedAs(), text);
          }
        });
  }

  @Override
  public void disconnect(DisconnectReason reason) {
    queue(() -> disconnectNow(reason, reason.text()));
  }

  // Events of the dispatcher.

  /** The router takes over; what it throws ends the call. */
  void offerTo(Runnable router) {
    queue(
        () -> {
          try {
            router.run();
          } catch (RuntimeException e) {
            log.error("Routing of call {} failed", identity.id(), e);
            reject(RejectReason.INTERNAL_ERROR, RejectReason.INTERNAL_ERROR.text());
          }
        });
  }

  void onCancel(ServerTransaction cancel) {
    queue(
        () -> {
          context.replies().reply(cancel, Response.OK);
          if (state == State.OFFERED) {
            context.replies().reply(invite, Response.REQUEST_TERMINATED);
            end(
                DisconnectReason.REMOTE_CANCELLED,
                remoteText(cancel.getRequest(), DisconnectReason.REMOTE_CANCELLED));
          }
        });
  }

  void onAck(Request ack) {
    queue(() -> acknowledged(ack));
  }

  /** No ACK came for a 200 (64*T1): the dialog is to be ended (RFC 3261 section 13.3.1.4). */
  void onMissingAck() {
    queue(
        () -> {
          if (state == State.ENDED) {
            payByeOwed();
          } else {
            // No ACK can come any more, so BYE is in order now.
            state = State.CONFIRMED;
            disconnectNow(DisconnectReason.SIGNALLING_TIMEOUT, "No ACK from the remote side");
          }
        });
  }

  void onBye(ServerTransaction bye) {
    queue(
        () -> {
          context.replies().reply(bye, Response.OK);
          if (state == State.OFFERED) {
            context.replies().reply(invite, Response.REQUEST_TERMINATED);
          }
          byeOwed = false;
          end(
              DisconnectReason.REMOTE_DISCONNECT,
              remoteText(bye.getRequest(), DisconnectReason.REMOTE_DISCONNECT));
          release();
        });
  }

  /** Re-INVITE or UPDATE. */
  void onModify(ServerTransaction transaction) {
    queue(
        () -> {
          if (state == State.ENDED) {
            context.replies().reply(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
          } else if (state != State.CONFIRMED) {
            context.replies().retryLater(transaction, 1);
          } else {
            modify(transaction);
          }
        });
  }

  void onInfo(ServerTransaction info) {
    queue(
        () -> {
          Request request = info.getRequest();
          byte[] body = request.getRawContent();
          if (DtmfInfo.isDtmf(request)) {
            Optional<Character> digit = DtmfInfo.digit(request);
            context.replies().reply(info, digit.isPresent() ? Response.OK : Response.BAD_REQUEST);
            digit.ifPresent(this::pressed);
          } else if (PictureInfo.isMediaControl(request)) {
            // Other primitives of RFC 5168 report errors; nothing is to be done about them.
            context.replies().reply(info, Response.OK);
            if (PictureInfo.wantsPicture(request)) {
              media.endpoint().ifPresent(MediaEndpoint::refreshPicture);
            }
          } else if (body == null || body.length == 0) {
            // Some endpoints use it to see whether the call is still there.
            context.replies().reply(info, Response.OK);
          } else {
            context.replies().unsupportedBody(info, Replies.INFO_BODIES);
          }
        });
  }

  /** A final response to a request of this side. */
  void onResponse(Response response, String method) {
    queue(
        () -> {
          if (method.equals(Request.BYE)) {
            release();
          } else if (state != State.ENDED) {
            refreshed(response, method);
          }
        });
  }

  /** No response came to a request of this side. */
  void onRequestTimeout(String method) {
    queue(
        () -> {
          if (method.equals(Request.BYE)) {
            release();
          } else {
            onSessionLost("No response to " + method);
          }
        });
  }

  /** The stack knows the dialog no more: nothing can be sent in it. */
  void onDialogGone() {
    queue(
        () -> {
          end(DisconnectReason.SIGNALLING_FAILED, DisconnectReason.SIGNALLING_FAILED.text());
          release();
        });
  }

  // Events of media.

  @Override
  public void onDtmf(char digit) {
    queue(() -> pressed(digit));
  }

  @Override
  public void onMediaTimeout() {
    disconnect(DisconnectReason.MEDIA_TIMEOUT);
  }

  @Override
  public void onSecurityFailure(String reason) {
    queue(() -> disconnectNow(DisconnectReason.MEDIA_SECURITY_FAILED, reason));
  }

  @Override
  public void onFirstMedia() {
    log.debug("Call {} has media", identity.id());
  }

  // On the serial executor.

  private void answerNow(CallLimits limits) {
    if (state != State.OFFERED) {
      return;
    }
    try {
      media.open(identity.id(), limits, this);
      SessionDescription local = offer.isPresent() ? media.answer(offer.get()) : media.offer();
      state = State.ACCEPTED;
      Response response = context.replies().response(invite.getRequest(), Response.OK);
      context.headers().addCapabilities(response);
      if (!accept(invite, response, Optional.of(local))) {
        context.replies().reply(invite, Response.SERVER_INTERNAL_ERROR);
        end(DisconnectReason.SIGNALLING_FAILED, DisconnectReason.SIGNALLING_FAILED.text());
        invite.getDialog().delete();
        release();
      }
    } catch (IOException e) {
      log.warn("Call {} cannot have media: {}", identity.id(), e.getMessage());
      context.replies().refuse(invite, RejectReason.INSUFFICIENT_CAPACITY, "Insufficient capacity");
      end(DisconnectReason.INSUFFICIENT_CAPACITY, text(e));
    } catch (NegotiationException e) {
      context.replies().notAcceptable(invite, e.warning().code(), text(e));
      end(DisconnectReason.MEDIA_NEGOTIATION_FAILED, text(e));
    } catch (SdpException e) {
      context.replies().badRequest(invite, text(e));
      end(DisconnectReason.MEDIA_NEGOTIATION_FAILED, text(e));
    }
  }

  private void acknowledged(Request ack) {
    if (state == State.ENDED) {
      payByeOwed();
      return;
    }
    boolean established = state == State.ACCEPTED;
    state = State.CONFIRMED;
    if (media.isOfferPending() && !session.isOfferOurs() && !takeAnswer(ack, established)) {
      return;
    }
    if (established) {
      session.start();
      if (listener != null) {
        listener.onEstablished(media.state());
      }
    }
  }

  /**
   * The answer to an offer in a 200 comes in its ACK; false if it does not, which ends the call.
   */
  private boolean takeAnswer(Request ack, boolean first) {
    try {
      SessionDescription answer =
          SdpBody.of(ack).orElseThrow(() -> new SdpException(0, "ACK has no answer"));
      if (first) {
        media.accept(answer);
      } else {
        changed(() -> media.accept(answer));
      }
      return true;
    } catch (SdpException | NegotiationException | SdpBody.UnsupportedBodyException e) {
      media.withdrawOffer();
      disconnectNow(DisconnectReason.MEDIA_NEGOTIATION_FAILED, text(e));
      return false;
    }
  }

  private void modify(ServerTransaction transaction) {
    Request request = transaction.getRequest();
    try {
      Optional<SessionDescription> body = SdpBody.of(request);
      boolean isInvite = request.getMethod().equals(Request.INVITE);
      if (session.isOfferOurs() && (isInvite || body.isPresent())) {
        context.replies().reply(transaction, Response.REQUEST_PENDING);
      } else if (media.isOfferPending() && (isInvite || body.isPresent())) {
        context.replies().retryLater(transaction, 1);
      } else {
        changed(
            () -> {
              Optional<SessionDescription> local = Optional.empty();
              if (body.isPresent()) {
                local = Optional.of(media.answer(body.get()));
              } else if (isInvite) {
                local = Optional.of(media.offer());
              }
              session.onRefreshed(SessionTerms.answering(request, context.sessionTimers()));
              accept(transaction, context.replies().response(request, Response.OK), local);
            });
      }
    } catch (NegotiationException e) {
      context.replies().notAcceptable(transaction, e.warning().code(), text(e));
    } catch (SdpException e) {
      context.replies().badRequest(transaction, text(e));
    } catch (SdpBody.UnsupportedBodyException e) {
      context.replies().unsupportedBody(transaction, Replies.SESSION_BODIES);
    }
  }

  private void refreshed(Response response, String method) {
    try {
      changed(() -> session.onResponse(response, method));
    } catch (SdpException | NegotiationException e) {
      disconnectNow(DisconnectReason.MEDIA_NEGOTIATION_FAILED, text(e));
    }
  }

  /** Completes and sends a 200 that begins or refreshes the session; false if that fails. */
  private boolean accept(
      ServerTransaction transaction, Response response, Optional<SessionDescription> local) {
    response.setHeader(contact);
    SessionTerms terms = session.terms();
    response.setHeader(context.headers().sessionExpires(terms, true));
    if (terms.peerSupported()) {
      response.setHeader(context.headers().require(SipHeaders.TIMER));
    }
    try {
      if (local.isPresent()) {
        response.setContent(local.get().toString(), context.headers().sdp());
      }
    } catch (ParseException e) {
      throw new IllegalStateException("A session description is no valid body", e);
    }
    return context.replies().send(transaction, response);
  }

  private void disconnectNow(DisconnectReason reason, String detail) {
    switch (state) {
      case OFFERED -> context.replies().refuse(invite, ReasonTable.status(reason), detail);
      case ACCEPTED -> byeOwed = true;
      case CONFIRMED -> bye(reason, detail);
      case ENDED -> {
        return;
      }
    }
    end(reason, detail);
  }

  /**
   * RFC 3261 section 15: the called side must not send BYE before the ACK came or can come no more.
   * The call is long over for everyone else.
   */
  private void payByeOwed() {
    if (byeOwed) {
      byeOwed = false;
      bye(endReason, endDetail);
    }
  }

  private void bye(DisconnectReason reason, String detail) {
    try {
      requests.bye(context.headers().reason(ReasonTable.cause(reason), detail));
    } catch (SipException e) {
      log.debug("BYE of call {} could not be sent", identity.id(), e);
      invite.getDialog().delete();
      release();
    }
  }

  private void onSessionLost(String detail) {
    disconnectNow(DisconnectReason.SESSION_TIMEOUT, detail);
  }

  private void pressed(char digit) {
    if (state == State.CONFIRMED && listener != null) {
      listener.onDtmf(digit);
    }
  }

  /** Something that may change media, at the end of which the listener is told. */
  private interface MediaChange {
    void make() throws SdpException, NegotiationException;
  }

  private void changed(MediaChange change) throws SdpException, NegotiationException {
    MediaState before = media.state();
    change.make();
    MediaState after = media.state();
    if (state == State.CONFIRMED && !after.equals(before) && listener != null) {
      listener.onMediaChanged(after);
    }
  }

  private void end(DisconnectReason reason, String detail) {
    if (state == State.ENDED) {
      return;
    }
    boolean signallingDone = state == State.OFFERED;
    state = State.ENDED;
    endReason = reason;
    endDetail = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail;
    session.stop();
    media.close();
    log.info("Call {} from {} ended: {}", identity.id(), identity.remoteAlias(), endDetail);
    if (listener != null) {
      listener.onEnded(reason, endDetail);
    }
    if (signallingDone) {
      release();
    }
  }

  private void release() {
    context.calls().remove(this);
  }

  /** The remote's own words in its Reason header, or the platform's. */
  private static String remoteText(Request request, DisconnectReason reason) {
    return request.getHeader(ReasonHeader.NAME) instanceof ReasonHeader header
            && header.getText() != null
            && !header.getText().isBlank()
        ? reason.text() + ": " + header.getText().replaceAll("\\p{Cntrl}", " ")
        : reason.text();
  }

  private static String text(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private void queue(Runnable event) {
    try {
      serial.execute(event);
    } catch (RejectedExecutionException e) {
      log.warn("Call {} is flooded; an event is dropped: {}", identity.id(), e.getMessage());
    }
  }
}
