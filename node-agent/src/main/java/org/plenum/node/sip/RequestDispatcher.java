package org.plenum.node.sip;

import gov.nist.javax.sip.DialogTimeoutEvent;
import gov.nist.javax.sip.ServerTransactionExt;
import gov.nist.javax.sip.SipListenerExt;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.TransactionUnavailableException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the stack's events to the calls they belong to, on the stack's threads: never blocks. */
final class RequestDispatcher implements SipListenerExt {
  private static final Logger log = LoggerFactory.getLogger(RequestDispatcher.class);

  private final Replies replies;
  private final NewCalls newCalls;

  RequestDispatcher(Replies replies, NewCalls newCalls) {
    this.replies = replies;
    this.newCalls = newCalls;
  }

  @Override
  public void processRequest(RequestEvent event) {
    Request request = event.getRequest();
    try {
      if (request.getMethod().equals(Request.ACK)) {
        SipCallLeg call = call(event.getDialog());
        if (call != null) {
          call.onAck(request);
        }
        return;
      }
      dispatch((SipProvider) event.getSource(), transaction(event), request);
    } catch (TransactionAlreadyExistsException e) {
      log.trace("A retransmission; the stack repeats its response", e);
    } catch (TransactionUnavailableException e) {
      replies.statelessly((SipProvider) event.getSource(), request, e);
    } catch (RuntimeException e) {
      // Nothing that a peer sends may stop the stack's thread.
      log.warn("A {} request could not be processed", request.getMethod(), e);
    }
  }

  private static ServerTransaction transaction(RequestEvent event)
      throws TransactionAlreadyExistsException, TransactionUnavailableException {
    ServerTransaction transaction = event.getServerTransaction();
    return transaction != null
        ? transaction
        : ((SipProvider) event.getSource()).getNewServerTransaction(event.getRequest());
  }

  private void dispatch(SipProvider provider, ServerTransaction transaction, Request request) {
    if (!request.getSIPVersion().equals("SIP/2.0")) {
      replies.reply(transaction, Response.VERSION_NOT_SUPPORTED);
      return;
    }
    SipCallLeg call = call(transaction.getDialog());
    switch (request.getMethod()) {
      case Request.INVITE -> {
        if (call != null) {
          newCalls.checked(transaction, () -> call.onModify(transaction));
        } else if (((ToHeader) request.getHeader(ToHeader.NAME)).getTag() != null) {
          replies.reply(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else {
          newCalls.arrived(provider, transaction);
        }
      }
      case Request.UPDATE -> {
        if (call != null) {
          newCalls.checked(transaction, () -> call.onModify(transaction));
        } else {
          replies.reply(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        }
      }
      case Request.CANCEL -> cancel(transaction);
      case Request.BYE -> {
        if (call != null) {
          call.onBye(transaction);
        } else {
          replies.reply(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        }
      }
      case Request.INFO -> {
        if (call != null) {
          call.onInfo(transaction);
        } else {
          replies.reply(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        }
      }
      case Request.OPTIONS -> replies.capabilities(transaction);
      default -> replies.methodNotAllowed(transaction);
    }
  }

  private void cancel(ServerTransaction transaction) {
    ServerTransaction invite = ((ServerTransactionExt) transaction).getCanceledInviteTransaction();
    SipCallLeg call = invite == null ? null : call(invite.getDialog());
    if (call == null) {
      replies.reply(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
    } else {
      call.onCancel(transaction);
    }
  }

  @Override
  public void processResponse(ResponseEvent event) {
    ClientTransaction transaction = event.getClientTransaction();
    if (transaction != null
        && transaction.getApplicationData() instanceof SipCallLeg call
        && event.getResponse().getStatusCode() >= 200) {
      CSeqHeader sequence = (CSeqHeader) event.getResponse().getHeader(CSeqHeader.NAME);
      call.onResponse(event.getResponse(), sequence.getMethod());
    }
  }

  @Override
  public void processTimeout(TimeoutEvent event) {
    if (!event.isServerTransaction()
        && event.getClientTransaction().getApplicationData() instanceof SipCallLeg call) {
      call.onRequestTimeout(event.getClientTransaction().getRequest().getMethod());
    }
  }

  @Override
  public void processDialogTimeout(DialogTimeoutEvent event) {
    SipCallLeg call = call(event.getDialog());
    if (call != null) {
      call.onMissingAck();
    }
  }

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {
    SipCallLeg call = call(event.getDialog());
    if (call != null) {
      call.onDialogGone();
    }
  }

  /** Transactions that fail report a timeout too, which is acted upon. */
  @Override
  public void processIOException(IOExceptionEvent event) {
    log.debug(
        "Cannot send to {}:{} over {}", event.getHost(), event.getPort(), event.getTransport());
  }

  /** Dialogs, not transactions, carry calls. */
  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {
    log.trace("Transaction terminated");
  }

  private static @Nullable SipCallLeg call(@Nullable Dialog dialog) {
    return dialog != null && dialog.getApplicationData() instanceof SipCallLeg call ? call : null;
  }
}
