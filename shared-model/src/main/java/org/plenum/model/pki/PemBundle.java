package org.plenum.model.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a PEM text holds, in its order: server certificates with keys, issuers, TLS parameters
 * (SYS-273 to SYS-275, SYS-299). Text around the PEM blocks is ignored, as common tools write it.
 *
 * @param certificates X.509 certificates
 * @param privateKeys RSA and ECDSA keys, decrypted
 * @param publicKeys bare public keys
 * @param tlsParameters Diffie-Hellman parameters and curve names
 */
public record PemBundle(
    List<X509Certificate> certificates,
    List<PrivateKey> privateKeys,
    List<PublicKey> publicKeys,
    List<TlsParameters> tlsParameters) {

  /** Copies the lists. */
  public PemBundle {
    certificates = List.copyOf(certificates);
    privateKeys = List.copyOf(privateKeys);
    publicKeys = List.copyOf(publicKeys);
    tlsParameters = List.copyOf(tlsParameters);
  }

  /**
   * Reads a text without encrypted keys.
   *
   * @throws PemException naming the block that cannot be used
   */
  public static PemBundle parse(String text) {
    return new PemBundleReader(Optional.empty()).read(text);
  }

  /**
   * Reads a text whose private keys may be encrypted.
   *
   * @throws PemException naming the block that cannot be used
   */
  public static PemBundle parse(String text, String passphrase) {
    return new PemBundleReader(
            passphrase.isEmpty() ? Optional.empty() : Optional.of(passphrase.toCharArray()))
        .read(text);
  }

  /** Everything of this bundle, then everything of the other. */
  public PemBundle and(PemBundle other) {
    return new PemBundle(
        joined(certificates, other.certificates),
        joined(privateKeys, other.privateKeys),
        joined(publicKeys, other.publicKeys),
        joined(
            tlsParameters,
            other.tlsParameters.stream()
                .map(parameters -> parameters.after(certificates.size()))
                .toList()));
  }

  /**
   * The one private key with its certificate and as much of the chain of issuers as the bundle
   * holds, whatever their order in the text.
   *
   * @throws PemException if there is not exactly one private key, or no certificate
   * @throws KeyMismatchException if the key belongs to none of the certificates
   */
  public Credentials credentials() {
    PrivateKey key = onlyPrivateKey();
    if (certificates.isEmpty()) {
      throw new PemException("there is no certificate in the PEM text");
    }
    X509Certificate own =
        certificates.stream()
            .filter(certificate -> Credentials.belongTogether(key, certificate.getPublicKey()))
            .findFirst()
            .orElseThrow(KeyMismatchException::new);
    return new Credentials(key, chainOf(own));
  }

  /** The one certificate of a text that must hold nothing else. */
  public X509Certificate onlyCertificate() {
    if (certificates.size() != 1 || !privateKeys.isEmpty()) {
      throw new PemException(
          "expected one certificate in the PEM text, found %d certificates and %d private keys"
              .formatted(certificates.size(), privateKeys.size()));
    }
    return certificates.getFirst();
  }

  /** The one private key with the one public key. */
  KeyPair keyPair() {
    PrivateKey key = onlyPrivateKey();
    if (publicKeys.size() != 1 || !Credentials.belongTogether(key, publicKeys.getFirst())) {
      throw new PemException("the public key of the private key is missing");
    }
    return new KeyPair(publicKeys.getFirst(), key);
  }

  /**
   * The one private key of the text.
   *
   * @throws PemException if there is not exactly one
   */
  public PrivateKey onlyPrivateKey() {
    if (privateKeys.size() != 1) {
      throw new PemException(
          privateKeys.isEmpty()
              ? "there is no private key in the PEM text"
              : "there are %d private keys in the PEM text, one is needed"
                  .formatted(privateKeys.size()));
    }
    return privateKeys.getFirst();
  }

  private List<X509Certificate> chainOf(X509Certificate own) {
    List<X509Certificate> chain = new ArrayList<>(List.of(own));
    Optional<X509Certificate> issuer = issuerOf(own);
    while (issuer.isPresent() && !chain.contains(issuer.get())) {
      chain.add(issuer.get());
      issuer = issuerOf(issuer.get());
    }
    return chain;
  }

  private Optional<X509Certificate> issuerOf(X509Certificate certificate) {
    return certificates.stream().filter(candidate -> issued(candidate, certificate)).findFirst();
  }

  private static boolean issued(X509Certificate issuer, X509Certificate subject) {
    if (!issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal())) {
      return false;
    }
    try {
      subject.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "PemBundle[certificates=%d, privateKeys=%d]"
        .formatted(certificates.size(), privateKeys.size());
  }
}
