package org.plenum.model.pki;

import java.io.IOException;
import java.io.StringReader;
import java.security.KeyPair;
import java.security.PublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * A certificate signing request (PKCS#10, RFC 2986) of a node, a console or the management service.
 * It is made where the private key is and proves possession of it; the key never leaves that place.
 * What the certificate says is decided by the {@link CertificateAuthority} alone: from the request
 * it takes nothing but the public key.
 */
public final class CertificateRequest {
  private static final int MAX_PEM_CHARS = 16 * 1024;

  private final String pem;
  private final PublicKey publicKey;

  private CertificateRequest(String pem, PublicKey publicKey) {
    this.pem = pem;
    this.publicKey = publicKey;
  }

  /**
   * A request for the public half of {@code keys}.
   *
   * @param commonName informative only
   */
  public static CertificateRequest create(KeyPair keys, String commonName) {
    X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
    try {
      String algorithm = KeyType.signatureAlgorithm(keys.getPrivate());
      PKCS10CertificationRequest request =
          new JcaPKCS10CertificationRequestBuilder(subject, keys.getPublic())
              .build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()));
      return new CertificateRequest(
          PemText.block("CERTIFICATE REQUEST", request.getEncoded()), keys.getPublic());
    } catch (OperatorCreationException | IOException e) {
      throw new CertificateRequestException("the certificate request cannot be signed", e);
    }
  }

  /**
   * Reads a request from a peer and verifies that the sender holds the private key.
   *
   * @throws CertificateRequestException if it is malformed, its signature is wrong, or its key is
   *     not ECDSA (P-256, P-384, P-521) or RSA (2048 to 8192 bits)
   */
  public static CertificateRequest parse(String pem) {
    PKCS10CertificationRequest request = decode(pem);
    PublicKey key = publicKeyOf(request);
    KeyPolicy.objection(key)
        .ifPresent(
            objection -> {
              throw new CertificateRequestException(objection);
            });
    try {
      if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
        throw new CertificateRequestException(
            "the certificate request is not signed with its own key");
      }
    } catch (OperatorCreationException | PKCSException | RuntimeException e) {
      if (e instanceof CertificateRequestException refusal) {
        throw refusal;
      }
      throw new CertificateRequestException(
          "the signature of the certificate request cannot be verified", e);
    }
    return new CertificateRequest(pem, key);
  }

  /** The request as PEM. */
  public String pem() {
    return pem;
  }

  /** The key to certify. */
  public PublicKey publicKey() {
    return publicKey;
  }

  /** Identifies the key, for instance to recognise a repeated request. */
  public CertificateFingerprint keyFingerprint() {
    return CertificateFingerprint.ofBytes(publicKey.getEncoded());
  }

  private static PKCS10CertificationRequest decode(String pem) {
    if (pem.length() > MAX_PEM_CHARS) {
      throw new CertificateRequestException(
          "the certificate request is longer than %d characters".formatted(MAX_PEM_CHARS));
    }
    // Bouncy Castle reports malformed ASN.1 with various unchecked exceptions.
    try (PemReader reader = new PemReader(new StringReader(pem))) {
      PemObject object = reader.readPemObject();
      if (object == null || !object.getType().endsWith("CERTIFICATE REQUEST")) {
        throw new CertificateRequestException("not a certificate request in PEM");
      }
      return new PKCS10CertificationRequest(object.getContent());
    } catch (CertificateRequestException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new CertificateRequestException("the certificate request cannot be decoded", e);
    }
  }

  private static PublicKey publicKeyOf(PKCS10CertificationRequest request) {
    try {
      return new JcaPEMKeyConverter().getPublicKey(request.getSubjectPublicKeyInfo());
    } catch (PEMException | RuntimeException e) {
      throw new CertificateRequestException(
          "the public key of the certificate request cannot be used", e);
    }
  }
}
