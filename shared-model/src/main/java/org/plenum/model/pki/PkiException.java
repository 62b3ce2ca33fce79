package org.plenum.model.pki;

/** A certificate, key or request that cannot be used; the message is fit for an administrator. */
public class PkiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong, without secrets. */
  public PkiException(String message) {
    super(message);
  }

  /** What is wrong, without secrets, and what brought it up. */
  public PkiException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The message as a sentence for people. */
  public final String sentence() {
    String message = String.valueOf(getMessage());
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }
}
