package org.plenum.node.sip;

/** SIP cannot start; the message is one sentence for the administrator. */
public final class SipStartException extends Exception {
  private static final long serialVersionUID = 1L;

  SipStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
