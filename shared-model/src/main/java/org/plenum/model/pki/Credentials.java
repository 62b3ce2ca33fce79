package org.plenum.model.pki;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key with its certificate and those that issued it.
 *
 * @param privateKey RSA or ECDSA
 * @param chain the key's certificate first, then issuer by issuer; the root may be left out
 */
public record Credentials(PrivateKey privateKey, List<X509Certificate> chain) {
  private static final byte[] PROBE = {'p', 'r', 'o', 'b', 'e'};

  /**
   * Checks that key and first certificate belong together.
   *
   * @throws KeyMismatchException if they do not
   */
  public Credentials {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new PkiException("credentials need a certificate");
    }
    if (!belongTogether(privateKey, chain.getFirst().getPublicKey())) {
      throw new KeyMismatchException();
    }
  }

  /** The certificate of the private key. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** The last certificate of the chain: of credentials that the platform issued, its authority. */
  public X509Certificate root() {
    return chain.getLast();
  }

  /** Whether what the one signs, the other verifies. */
  static boolean belongTogether(PrivateKey privateKey, PublicKey publicKey) {
    if (!privateKey.getAlgorithm().equals(publicKey.getAlgorithm())) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(KeyType.signatureAlgorithm(privateKey));
      signature.initSign(privateKey);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException | RuntimeException e) {
      // Different curves, an unusable size, or numbers that make no key (ArithmeticException).
      return false;
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Credentials[" + certificate().getSubjectX500Principal().getName() + "]";
  }
}
