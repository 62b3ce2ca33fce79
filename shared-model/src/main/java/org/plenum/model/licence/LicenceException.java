package org.plenum.model.licence;

/** A document that cannot be used; the message is a sentence for an administrator. */
public final class LicenceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong. */
  public LicenceException(String message) {
    super(message);
  }

  /** What is wrong, and what brought it up. */
  public LicenceException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
