package org.plenum.model.pki;

/** PEM text that is malformed, unsupported, or not what the place needs. */
public final class PemException extends PkiException {
  private static final long serialVersionUID = 1;

  PemException(String message) {
    super(message);
  }

  PemException(String message, Throwable cause) {
    super(message, cause);
  }
}
