package org.plenum.model.enrolment;

/** An enrolment that the management service refuses; the message is fit for an administrator. */
public final class EnrolmentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why it was refused. */
  public enum Reason {
    /** Not the secret of the node's current document. */
    WRONG_SECRET,
    /** The secret's time is over. */
    EXPIRED,
    /** The secret has already certified another key. */
    USED
  }

  private final Reason reason;

  EnrolmentException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why it was refused. */
  public Reason reason() {
    return reason;
  }
}
