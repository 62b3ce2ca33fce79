package org.plenum.management.auth;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import org.plenum.model.resource.ClientCertificateMode;

/** Which user a certificate names (SYS-034, SYS-054). */
final class CertificateUser {
  /** The user principal name of Active Directory among the other names of RFC 5280, 4.2.1.6. */
  private static final ASN1ObjectIdentifier PRINCIPAL_NAME =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");

  private CertificateUser() {}

  /** The name; empty if there is none, or several, which would leave open who logs in. */
  static Optional<String> in(X509Certificate certificate, ClientCertificateMode mode) {
    try {
      List<String> names =
          switch (mode) {
            case NOT_REQUIRED -> List.of();
            case COMMON_NAME -> commonNames(certificate);
            case PRINCIPAL_NAME -> principalNames(certificate);
          };
      return names.size() == 1
          ? Optional.of(names.getFirst()).filter(name -> !name.isBlank())
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Whoever made it, Bouncy Castle reports what is malformed with various exceptions.
      return Optional.empty();
    }
  }

  private static List<String> commonNames(X509Certificate certificate) {
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    return Arrays.stream(subject.getRDNs(BCStyle.CN))
        .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
        .filter(attribute -> attribute.getType().equals(BCStyle.CN))
        .map(attribute -> text(attribute.getValue()))
        .toList();
  }

  private static List<String> principalNames(X509Certificate certificate) throws IOException {
    byte[] extension = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
    if (extension == null) {
      return List.of();
    }
    ASN1Primitive names =
        ASN1Primitive.fromByteArray(ASN1OctetString.getInstance(extension).getOctets());
    return Arrays.stream(GeneralNames.getInstance(names).getNames())
        .filter(name -> name.getTagNo() == GeneralName.otherName)
        .map(name -> OtherName.getInstance(name.getName()))
        .filter(name -> name.getTypeID().equals(PRINCIPAL_NAME))
        .map(name -> text(name.getValue()))
        .toList();
  }

  private static String text(ASN1Encodable value) {
    return ((ASN1String) value.toASN1Primitive()).getString();
  }
}
