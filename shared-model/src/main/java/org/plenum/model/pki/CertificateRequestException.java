package org.plenum.model.pki;

/** A certificate signing request that the platform does not sign. */
public final class CertificateRequestException extends PkiException {
  private static final long serialVersionUID = 1;

  CertificateRequestException(String message) {
    super(message);
  }

  CertificateRequestException(String message, Throwable cause) {
    super(message, cause);
  }
}
