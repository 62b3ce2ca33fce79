package org.plenum.model.enrolment;

/**
 * A configuration document that a node rejects (INST-163); the message is shown to whoever uploaded
 * it, and logged.
 */
public final class NodeDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why the document was rejected. */
  public enum Reason {
    /** More bytes than any document has. */
    TOO_LARGE,
    /** Not XML, or an element is missing, unknown or wrong. */
    MALFORMED,
    /** Changed after it was signed, or not signed by the authority that it names. */
    SIGNATURE,
    /** Made for another version of the software. */
    VERSION,
    /** Its secret is no longer accepted. */
    EXPIRED
  }

  private final Reason reason;

  NodeDocumentException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  NodeDocumentException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why the document was rejected. */
  public Reason reason() {
    return reason;
  }
}
