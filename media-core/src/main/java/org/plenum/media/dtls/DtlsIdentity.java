package org.plenum.media.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * Key and self-signed certificate of one media engine. Trust comes from the fingerprint in the
 * session description (RFC 5763 section 5), so the certificate is made anew at every start and
 * names nobody.
 */
public final class DtlsIdentity {

  private static final String HASH = "sha-256";
  private static final Duration VALIDITY = Duration.ofDays(3650);
  // Peers whose clock is behind must accept it too.
  private static final Duration BACKDATING = Duration.ofDays(2);
  private static final int SERIAL_BITS = 64;

  private final BcTlsCrypto crypto;
  private final AsymmetricKeyParameter privateKey;
  private final Certificate certificate;
  private final String fingerprint;

  /** Generates a P-256 key and its certificate. */
  public DtlsIdentity() {
    SecureRandom random = new SecureRandom();
    crypto = new BcTlsCrypto(random);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      KeyPair keys = generator.generateKeyPair();
      X509CertificateHolder holder = selfSigned(keys, random);
      privateKey = PrivateKeyFactory.createKey(keys.getPrivate().getEncoded());
      certificate =
          new Certificate(new TlsCertificate[] {new BcTlsCertificate(crypto, holder.getEncoded())});
      fingerprint =
          HASH
              + " "
              + HexFormat.ofDelimiter(":")
                  .withUpperCase()
                  .formatHex(MessageDigest.getInstance(HASH).digest(holder.getEncoded()));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("cannot generate a DTLS certificate", e);
    }
  }

  private static X509CertificateHolder selfSigned(KeyPair keys, SecureRandom random)
      throws OperatorCreationException {
    X500Name name = new X500Name("CN=Plenum");
    Instant now = Instant.now();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(SERIAL_BITS, random),
            Date.from(now.minus(BACKDATING)),
            Date.from(now.plus(VALIDITY)),
            name,
            keys.getPublic());
    return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
  }

  /** Hash function and digest as after {@code a=fingerprint:} (RFC 8122 section 5). */
  public String fingerprint() {
    return fingerprint;
  }

  BcTlsCrypto crypto() {
    return crypto;
  }

  AsymmetricKeyParameter privateKey() {
    return privateKey;
  }

  Certificate certificate() {
    return certificate;
  }
}
