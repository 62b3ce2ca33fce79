package org.plenum.model.pki;

/**
 * Credentials that cannot be read from, or written to, their folder; the message names the file.
 */
public final class CredentialStoreException extends PkiException {
  private static final long serialVersionUID = 1;

  CredentialStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
