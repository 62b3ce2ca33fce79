package org.plenum.model.pki;

import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Puts together and signs one certificate of the profile in RFC 5280. */
final class CertificateBuilder {
  /** Bits of a serial number; RFC 5280 section 4.1.2.2 allows 20 octets. */
  private static final int SERIAL_BITS = 128;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final X500Name subject;
  private final PublicKey publicKey;
  private final CertificateLifetime lifetime;
  private final List<GeneralName> alternativeNames = new ArrayList<>();
  private final List<KeyPurposeId> purposes = new ArrayList<>();
  private boolean authority;

  CertificateBuilder(String commonName, PublicKey publicKey, CertificateLifetime lifetime) {
    this.subject = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
    this.publicKey = publicKey;
    this.lifetime = lifetime;
  }

  CertificateBuilder uri(String uri) {
    alternativeNames.add(new GeneralName(GeneralName.uniformResourceIdentifier, uri));
    return this;
  }

  CertificateBuilder names(SubjectNames names) {
    for (String host : names.hosts()) {
      alternativeNames.add(new GeneralName(GeneralName.dNSName, host));
    }
    for (InetAddress address : names.addresses()) {
      alternativeNames.add(new GeneralName(GeneralName.iPAddress, address.getHostAddress()));
    }
    return this;
  }

  CertificateBuilder forServers() {
    purposes.add(KeyPurposeId.id_kp_serverAuth);
    return this;
  }

  CertificateBuilder forClients() {
    purposes.add(KeyPurposeId.id_kp_clientAuth);
    return this;
  }

  /** An authority that issues end certificates only. */
  CertificateBuilder forAuthority() {
    authority = true;
    return this;
  }

  X509Certificate selfSigned(PrivateKey key) {
    return sign(subject, publicKey, key);
  }

  X509Certificate signedBy(Credentials issuer) {
    X500Name issuerName =
        X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded());
    return sign(issuerName, issuer.certificate().getPublicKey(), issuer.privateKey());
  }

  private X509Certificate sign(X500Name issuer, PublicKey issuerKey, PrivateKey signingKey) {
    X509v3CertificateBuilder certificate =
        new JcaX509v3CertificateBuilder(
            issuer,
            serial(),
            Date.from(lifetime.start()),
            Date.from(lifetime.end()),
            subject,
            publicKey);
    try {
      addExtensions(certificate, issuerKey);
      String algorithm = KeyType.signatureAlgorithm(signingKey);
      return new JcaX509CertificateConverter()
          .getCertificate(
              certificate.build(new JcaContentSignerBuilder(algorithm).build(signingKey)));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new PkiException("the certificate for " + subject + " cannot be made", e);
    }
  }

  private void addExtensions(X509v3CertificateBuilder certificate, PublicKey issuerKey)
      throws GeneralSecurityException, CertIOException {
    JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
    certificate.addExtension(
        Extension.basicConstraints,
        true,
        authority ? new BasicConstraints(0) : new BasicConstraints(false));
    certificate.addExtension(Extension.keyUsage, true, keyUsage());
    certificate.addExtension(
        Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(publicKey));
    certificate.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        extensions.createAuthorityKeyIdentifier(issuerKey));
    if (!purposes.isEmpty()) {
      certificate.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
    }
    if (!alternativeNames.isEmpty()) {
      certificate.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(alternativeNames.toArray(GeneralName[]::new)));
    }
  }

  private KeyUsage keyUsage() {
    if (authority) {
      // digitalSignature: the authority also signs the configuration documents of nodes.
      return new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature);
    }
    // keyEncipherment: RSA key exchange, which old SIP endpoints still ask for.
    return publicKey.getAlgorithm().equals("RSA")
        ? new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)
        : new KeyUsage(KeyUsage.digitalSignature);
  }

  private static BigInteger serial() {
    BigInteger serial;
    do {
      serial = new BigInteger(SERIAL_BITS, RANDOM);
    } while (serial.signum() == 0);
    return serial;
  }
}
