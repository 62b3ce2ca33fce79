package org.plenum.management.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemText;

/** An organisation's authority that gives certificates to its people. */
public final class UserCertificates {
  private static final ASN1ObjectIdentifier PRINCIPAL_NAME =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");
  private static final Duration DAY = Duration.ofDays(1);

  private final AtomicLong serial = new AtomicLong(1);
  private final KeyPair keys = KeyType.EC_P256.generate();
  private final X500Name name =
      new X500NameBuilder().addRDN(BCStyle.CN, "Staff authority " + System.nanoTime()).build();
  private final X509Certificate authority;
  private final List<X509Certificate> issuers = new ArrayList<>();

  /** An authority of its own. */
  public UserCertificates() {
    authority = new Wish().asAuthority(this);
  }

  /** An intermediate authority, of which another one vouches. */
  public UserCertificates(UserCertificates above) {
    authority = above.new Wish().asAuthority(this);
    issuers.add(authority);
  }

  /** Certificate of the authority, in PEM form. */
  public String authority() {
    return PemText.of(authority);
  }

  /** A certificate that names somebody in its subject. */
  public Credentials commonName(String user) {
    return wish().commonName(user).issue();
  }

  /** A certificate that is yet to be described. */
  public Wish wish() {
    return new Wish();
  }

  /** What a certificate shall say. */
  public final class Wish {
    private final X500NameBuilder subject = new X500NameBuilder().addRDN(BCStyle.O, "Staff");
    private final List<GeneralName> alternatives = new ArrayList<>();
    private KeyPurposeId purpose = KeyPurposeId.id_kp_clientAuth;
    private Instant end = Instant.now().plus(DAY);

    private Wish() {}

    /** Names a user in the subject. */
    public Wish commonName(String user) {
      subject.addRDN(BCStyle.CN, user);
      return this;
    }

    /** Names a user as Active Directory does. */
    public Wish principalName(String user) {
      ASN1EncodableVector other = new ASN1EncodableVector();
      other.add(PRINCIPAL_NAME);
      other.add(new DERTaggedObject(true, 0, new DERUTF8String(user)));
      alternatives.add(new GeneralName(GeneralName.otherName, new DERSequence(other)));
      return this;
    }

    /** Good for TLS servers alone. */
    public Wish forServers() {
      purpose = KeyPurposeId.id_kp_serverAuth;
      return this;
    }

    /** Ended an hour ago. */
    public Wish expired() {
      end = Instant.now().minus(Duration.ofHours(1));
      return this;
    }

    /** The certificate, with a new key. */
    public Credentials issue() {
      KeyPair own = KeyType.EC_P256.generate();
      X509v3CertificateBuilder builder = builder(subject.build(), own);
      try {
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        if (!alternatives.isEmpty()) {
          builder.addExtension(
              Extension.subjectAlternativeName,
              false,
              new GeneralNames(alternatives.toArray(GeneralName[]::new)));
        }
        List<X509Certificate> chain = new ArrayList<>(List.of(signed(builder)));
        chain.addAll(issuers);
        return new Credentials(own.getPrivate(), chain);
      } catch (CertIOException e) {
        throw new IllegalStateException(e);
      }
    }

    private X509Certificate asAuthority(UserCertificates owner) {
      X509v3CertificateBuilder builder = builder(owner.name, owner.keys);
      try {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        return signed(builder);
      } catch (CertIOException e) {
        throw new IllegalStateException(e);
      }
    }

    private X509v3CertificateBuilder builder(X500Name owner, KeyPair own) {
      return new JcaX509v3CertificateBuilder(
          name,
          BigInteger.valueOf(serial.getAndIncrement()),
          Date.from(end.minus(DAY.multipliedBy(2))),
          Date.from(end),
          owner,
          own.getPublic());
    }

    private X509Certificate signed(X509v3CertificateBuilder builder) {
      try {
        return new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
      } catch (GeneralSecurityException | OperatorCreationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
