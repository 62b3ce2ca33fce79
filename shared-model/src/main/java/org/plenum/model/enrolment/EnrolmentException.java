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

  /** No document that is still worth something has the presented secret. */
  public static EnrolmentException unknownSecret() {
    return new EnrolmentException(
        Reason.WRONG_SECRET, "the enrolment secret is not that of the node's latest document");
  }

  /** Why it was refused. */
  public Reason reason() {
    return reason;
  }
}
