package org.plenum.model.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.DHParameter;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Turns the blocks of a PEM text (RFC 7468) into certificates, keys and parameters. */
final class PemBundleReader {
  private static final int MAX_CHARS = 4 * 1024 * 1024;
  private static final int MAX_BLOCKS = 1024;

  /** Opening an encrypted one may take seconds. */
  private static final int MAX_PRIVATE_KEYS = 64;

  private static final int MIN_DH_BITS = 2048;
  private static final int MAX_DH_BITS = 16_384;

  private final Optional<char[]> passphrase;
  private final List<X509Certificate> certificates = new ArrayList<>();
  private final List<PrivateKey> privateKeys = new ArrayList<>();
  private final List<PublicKey> publicKeys = new ArrayList<>();
  private final List<TlsParameters> tlsParameters = new ArrayList<>();

  PemBundleReader(Optional<char[]> passphrase) {
    this.passphrase = passphrase;
  }

  /** Reads one text; a reader is used once. */
  PemBundle read(String text) {
    if (text.length() > MAX_CHARS) {
      throw new PemException("the PEM text is longer than %d characters".formatted(MAX_CHARS));
    }
    int block = 0;
    try (PemReader reader = new PemReader(new StringReader(text))) {
      for (PemObject object = reader.readPemObject();
          object != null;
          object = reader.readPemObject()) {
        block++;
        if (block > MAX_BLOCKS) {
          throw new PemException("more than %d PEM blocks".formatted(MAX_BLOCKS));
        }
        add(object);
      }
    } catch (PemException e) {
      throw new PemException("PEM block %d: %s".formatted(block, e.getMessage()), e);
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle reports malformed Base64 and headers with various unchecked exceptions.
      throw new PemException("PEM block %d is malformed".formatted(block + 1), e);
    }
    if (block == 0) {
      throw new PemException("there is no PEM block in the text");
    }
    return new PemBundle(certificates, privateKeys, publicKeys, tlsParameters);
  }

  private void add(PemObject object) {
    try {
      switch (object.getType()) {
        case "CERTIFICATE", "X509 CERTIFICATE" -> certificates.add(certificate(object));
        case "PRIVATE KEY" -> addPrivate(PrivateKeyInfo.getInstance(object.getContent()));
        case "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
            addPrivate(new PrivateKeyDecoder(passphrase).decode(object));
        case "PUBLIC KEY" ->
            publicKeys.add(
                new JcaPEMKeyConverter()
                    .getPublicKey(SubjectPublicKeyInfo.getInstance(object.getContent())));
        case "DH PARAMETERS" -> addParameters(diffieHellman(object));
        case "EC PARAMETERS" -> addParameters(curveName(object));
        case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" ->
            throw new PemException("this is a certificate request, not a certificate");
        default -> throw new PemException("unsupported kind: " + object.getType());
      }
    } catch (PemException e) {
      throw e;
    } catch (IOException | CertificateException | RuntimeException e) {
      throw new PemException("the %s cannot be decoded".formatted(object.getType()), e);
    }
  }

  private static X509Certificate certificate(PemObject object) throws CertificateException {
    byte[] content = object.getContent();
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(content));
    if (certificate.getEncoded().length != content.length) {
      throw new PemException("bytes follow the certificate inside its block");
    }
    return certificate;
  }

  private void addParameters(String pem) {
    tlsParameters.add(new TlsParameters(pem, certificates.size()));
  }

  private void addPrivate(PrivateKeyInfo key) {
    if (privateKeys.size() == MAX_PRIVATE_KEYS) {
      throw new PemException("more than %d private keys".formatted(MAX_PRIVATE_KEYS));
    }
    PrivateKey decoded;
    try {
      decoded = new JcaPEMKeyConverter().getPrivateKey(key);
    } catch (PEMException e) {
      throw new PemException("the private key is damaged or of an unsupported kind", e);
    }
    KeyPolicy.objection(decoded)
        .ifPresent(
            objection -> {
              throw new PemException(objection);
            });
    privateKeys.add(decoded);
  }

  private static String diffieHellman(PemObject object) {
    DHParameter parameters = DHParameter.getInstance(object.getContent());
    int bits = parameters.getP().bitLength();
    if (bits < MIN_DH_BITS || bits > MAX_DH_BITS) {
      throw new PemException(
          "Diffie-Hellman parameters must have %d to %d bits, not %d"
              .formatted(MIN_DH_BITS, MAX_DH_BITS, bits));
    }
    return PemText.block(object.getType(), object.getContent());
  }

  private static String curveName(PemObject object) throws IOException {
    ASN1Primitive parameters = ASN1Primitive.fromByteArray(object.getContent());
    if (!(parameters instanceof ASN1ObjectIdentifier curve)
        || ECNamedCurveTable.getName(curve) == null) {
      throw new PemException("EC parameters must be the name of a known curve");
    }
    return PemText.block(object.getType(), object.getContent());
  }
}
