package org.plenum.node.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import javax.sip.ListeningPoint;
import javax.sip.ServerTransaction;
import javax.sip.SipProvider;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.header.ContactHeader;
import javax.sip.header.Header;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.plenum.node.call.CallIdentity;
import org.plenum.node.call.IncomingCalls;
import org.plenum.node.call.MediaEndpoints;
import org.plenum.node.sdp.SdpException;
import org.plenum.node.sdp.SessionDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks what begins or changes a session, and makes calls of INVITEs (RFC 3261 section 8.2). */
final class NewCalls {
  private static final Logger log = LoggerFactory.getLogger(NewCalls.class);

  private final SipSettings settings;
  private final IncomingCalls router;
  private final MediaEndpoints endpoints;
  private final SipCalls calls;
  private final Replies replies;
  private final SipHeaders headers;
  private final Contacts contacts = new Contacts();
  private final Executor threads;
  private final ScheduledExecutorService timers;
  private final SecureRandom random = new SecureRandom();
  private volatile boolean closed;

  NewCalls(
      SipSettings settings,
      IncomingCalls router,
      MediaEndpoints endpoints,
      SipCalls calls,
      Replies replies,
      SipHeaders headers,
      Executor threads,
      ScheduledExecutorService timers) {
    this.settings = settings;
    this.router = router;
    this.endpoints = endpoints;
    this.calls = calls;
    this.replies = replies;
    this.headers = headers;
    this.threads = threads;
    this.timers = timers;
  }

  /** Refuses all calls from now on. */
  void close() {
    closed = true;
  }

  /** Passes a request on if it wants nothing that is not supported; else answers it. */
  void checked(ServerTransaction transaction, Runnable passOn) {
    Request request = transaction.getRequest();
    List<String> unsupported =
        OptionTags.of(request, "Require").stream()
            .filter(tag -> !SipHeaders.SUPPORTED.contains(tag))
            .toList();
    if (!unsupported.isEmpty()) {
      replies.unsupportedExtensions(transaction, unsupported);
      return;
    }
    var tooShort = SessionTerms.tooShort(request, settings.timers());
    if (tooShort.isPresent()) {
      replies.intervalTooShort(transaction, (int) tooShort.get().toSeconds());
      return;
    }
    if (!hasUsableContact(request)) {
      replies.badRequest(transaction, "A Contact with one SIP URI is needed");
      return;
    }
    passOn.run();
  }

  /** RFC 3261 section 8.1.1.8; UPDATE may go without since its Contact is mere repetition. */
  private static boolean hasUsableContact(Request request) {
    Header contact = request.getHeader(ContactHeader.NAME);
    if (contact == null) {
      return request.getMethod().equals(Request.UPDATE);
    }
    return contact instanceof ContactHeader one
        && !one.isWildCard()
        && one.getAddress() != null
        && one.getAddress().getURI() instanceof SipURI;
  }

  /** An INVITE outside of a dialog. */
  void arrived(SipProvider provider, ServerTransaction transaction) {
    checked(transaction, () -> admit(provider, transaction));
  }

  private void admit(SipProvider provider, ServerTransaction transaction) {
    Request invite = transaction.getRequest();
    if (!(invite.getRequestURI() instanceof SipURI)
        && !(invite.getRequestURI() instanceof TelURL)) {
      replies.reply(transaction, Response.UNSUPPORTED_URI_SCHEME);
      return;
    }
    Optional<SessionDescription> offer;
    try {
      offer = SdpBody.of(invite);
    } catch (SdpBody.UnsupportedBodyException e) {
      replies.unsupportedBody(transaction, Replies.SESSION_BODIES);
      return;
    } catch (SdpException e) {
      replies.badRequest(transaction, String.valueOf(e.getMessage()));
      return;
    }
    if (closed || !calls.reserve()) {
      replies.refuse(
          transaction,
          Response.SERVICE_UNAVAILABLE,
          closed ? "Conferencing node is shutting down" : "Too many calls");
      return;
    }
    try {
      replies.reply(transaction, Response.TRYING);
      begin(provider, transaction, offer);
    } catch (ParseException | RuntimeException e) {
      calls.cancelReservation();
      log.warn("An INVITE could not be made a call", e);
      replies.reply(transaction, Response.SERVER_INTERNAL_ERROR);
    }
  }

  private void begin(
      SipProvider provider, ServerTransaction transaction, Optional<SessionDescription> offer)
      throws ParseException {
    SIPRequest invite = (SIPRequest) transaction.getRequest();
    Flow flow = Flow.of(transaction);
    ListeningPoint local = provider.getListeningPoint(flow.transport().name());
    CallIdentity identity = RemoteParty.of(invite, flow.remote());
    SipSettings.ForCall own = settings.newCall().get();
    SipCallContext context =
        new SipCallContext(provider, threads, timers, calls, replies, headers, settings.timers());
    SipCallLeg call =
        new SipCallLeg(
            identity,
            context,
            transaction,
            offer,
            SessionTerms.answering(invite, settings.timers()),
            flow,
            contacts.of(local, own.tlsName()),
            new SipMedia(
                endpoints, own.media(), InetAddress.ofLiteral(local.getIPAddress()), random));
    transaction.getDialog().setApplicationData(call);
    calls.add(call);
    log.info(
        "Call {} from {} to {} over {}",
        identity.id(),
        identity.remoteAlias(),
        identity.dialledAlias(),
        flow.transport());
    call.offerTo(() -> router.onIncoming(call));
  }
}
