package org.plenum.model.pki;

/** A private key that belongs to none of the certificates given with it (SYS-317, SYS-400). */
public final class KeyMismatchException extends PkiException {
  private static final long serialVersionUID = 1;

  KeyMismatchException() {
    super("Certificate and private key do not appear to be part of the same key pair");
  }
}
