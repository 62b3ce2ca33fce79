package org.plenum.model.pki;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** The kinds of key that the platform generates (SYS-304). */
public enum KeyType {
  /** Elliptic curve P-256; every certificate inside the platform. */
  EC_P256("EC", new ECGenParameterSpec("secp256r1")),
  /** RSA with 2048 bits, for endpoints that know no elliptic curves. */
  RSA_2048("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4)),
  /** RSA with 4096 bits. */
  RSA_4096("RSA", new RSAKeyGenParameterSpec(4096, RSAKeyGenParameterSpec.F4));

  private final String algorithm;
  private final AlgorithmParameterSpec parameters;

  KeyType(String algorithm, AlgorithmParameterSpec parameters) {
    this.algorithm = algorithm;
    this.parameters = parameters;
  }

  /** A new key pair; RSA with 4096 bits may take a second. */
  public KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new PkiException("this Java runtime cannot generate a key of type " + this, e);
    }
  }

  /** JCA name of the signature made with {@code key}. */
  static String signatureAlgorithm(Key key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> throw new PkiException("keys must be RSA or ECDSA, not " + key.getAlgorithm());
    };
  }
}
