package org.plenum.node.sip;

import java.text.ParseException;
import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.header.CSeqHeader;
import javax.sip.header.Header;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.plenum.node.sdp.SessionDescription;

/** Sends the requests of this side within one dialog, along its flow. */
final class DialogRequests {
  private final Dialog dialog;
  private final SipProvider provider;
  private final Flow flow;
  private final Header contact;
  private final SipHeaders headers;
  private final Object owner;

  /**
   * @param owner found again as application data of transactions
   */
  DialogRequests(
      Dialog dialog,
      SipProvider provider,
      Flow flow,
      Header contact,
      SipHeaders headers,
      Object owner) {
    this.dialog = dialog;
    this.provider = provider;
    this.flow = flow;
    this.contact = contact;
    this.headers = headers;
    this.owner = owner;
  }

  void bye(Header reason) throws SipException {
    send(Request.BYE, request -> request.setHeader(reason));
  }

  /** Refreshes the session without touching media (RFC 3311, RFC 4028). */
  void update(SessionTerms terms) throws SipException {
    send(Request.UPDATE, request -> addSession(request, terms));
  }

  /** Refreshes the session by an offer. */
  void reinvite(SessionTerms terms, SessionDescription offer) throws SipException {
    send(
        Request.INVITE,
        request -> {
          addSession(request, terms);
          setBody(request, offer);
        });
  }

  /** Acknowledges a 2xx to a re-INVITE. */
  void ack(Response response) throws SipException {
    try {
      long sequence = ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber();
      Request ack = dialog.createAck(sequence);
      ack.setHeader(headers.userAgent());
      flow.apply(ack);
      dialog.sendAck(ack);
    } catch (InvalidArgumentException e) {
      throw new SipException("ACK cannot be made", e);
    }
  }

  private void addSession(Request request, SessionTerms terms) {
    request.setHeader(contact);
    headers.addCapabilities(request);
    request.setHeader(headers.sessionExpires(terms, false));
  }

  private void setBody(Request request, SessionDescription description) {
    try {
      request.setContent(description.toString(), headers.sdp());
    } catch (ParseException e) {
      throw new IllegalStateException("A session description is no valid body", e);
    }
  }

  private void send(String method, Consumer<Request> filling) throws SipException {
    Request request = dialog.createRequest(method);
    request.setHeader(headers.userAgent());
    filling.accept(request);
    flow.apply(request);
    ClientTransaction transaction = provider.getNewClientTransaction(request);
    transaction.setApplicationData(owner);
    dialog.sendRequest(transaction);
  }
}
