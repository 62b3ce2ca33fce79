package org.plenum.model.pki;

/**
 * Diffie-Hellman parameters or the name of a curve, for ephemeral keys (SYS-275).
 *
 * @param pem the PEM block
 * @param precedingCertificates how many certificates of the bundle stand before it
 */
public record TlsParameters(String pem, int precedingCertificates) {
  /** The same with so many more certificates before it. */
  TlsParameters after(int certificates) {
    return new TlsParameters(pem, precedingCertificates + certificates);
  }

  /** Whether it is the name of a curve, which tools also write before an ECDSA key. */
  public boolean isCurve() {
    return pem.startsWith("-----BEGIN EC ");
  }
}
