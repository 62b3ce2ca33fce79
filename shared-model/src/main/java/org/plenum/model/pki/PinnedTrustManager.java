package org.plenum.model.pki;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/**
 * Trusts one server certificate, known by the fingerprint that a person has confirmed, whoever
 * signed it and whatever names it carries.
 */
public final class PinnedTrustManager extends CertificateTrustManager {
  private final CertificateFingerprint pinned;

  /** Trusts the certificate with this fingerprint only. */
  public PinnedTrustManager(CertificateFingerprint pinned) {
    this.pinned = pinned;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    chain[0].checkValidity();
    CertificateFingerprint shown = CertificateFingerprint.of(chain[0]);
    if (!shown.equals(pinned)) {
      throw new CertificateException(
          "the server's certificate has changed: its fingerprint is %s, expected %s"
              .formatted(shown, pinned));
    }
  }
}
