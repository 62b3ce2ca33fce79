package org.plenum.management.rest;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.plenum.model.pki.CertificateTrustManager;

/**
 * Lets clients show any certificate: the handshake proves that they hold its key, and no more.
 * Whether it is trusted is judged with each request, so that who is refused gets an answer that
 * says so, a removed authority counts at once, and a resumed TLS session skips nothing.
 */
final class UnjudgedCertificates extends CertificateTrustManager {
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {
    // See above: no decision is made here.
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("this side is the server");
  }
}
