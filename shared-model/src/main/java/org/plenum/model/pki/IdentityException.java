package org.plenum.model.pki;

/** A certificate that names no platform identity, or another one than was required. */
public final class IdentityException extends PkiException {
  private static final long serialVersionUID = 1;

  IdentityException(String message) {
    super(message);
  }

  IdentityException(String message, Throwable cause) {
    super(message, cause);
  }
}
