package org.plenum.model.pki;

import java.io.IOException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** The extensions of a certificate that people look at, as text. */
final class CertificateExtensions {
  static final String DNS_PREFIX = "DNS:";

  private static final HexFormat COLON_HEX = HexFormat.ofDelimiter(":").withUpperCase();

  /** Bits of RFC 5280 section 4.2.1.3, in their order. */
  private static final List<String> KEY_USAGES =
      List.of(
          "Digital Signature",
          "Non Repudiation",
          "Key Encipherment",
          "Data Encipherment",
          "Key Agreement",
          "Certificate Sign",
          "CRL Sign",
          "Encipher Only",
          "Decipher Only");

  private final X509Certificate certificate;

  CertificateExtensions(X509Certificate certificate) {
    this.certificate = certificate;
  }

  Optional<String> subjectKeyId() {
    return decoded(Extension.subjectKeyIdentifier, SubjectKeyIdentifier::getInstance)
        .map(id -> COLON_HEX.formatHex(id.getKeyIdentifier()));
  }

  Optional<String> authorityKeyId() {
    return decoded(Extension.authorityKeyIdentifier, AuthorityKeyIdentifier::getInstance)
        .map(AuthorityKeyIdentifier::getKeyIdentifierOctets)
        .map(COLON_HEX::formatHex);
  }

  List<String> subjectAltNames() {
    Collection<List<?>> names;
    try {
      names = certificate.getSubjectAlternativeNames();
    } catch (CertificateParsingException e) {
      return List.of();
    }
    List<String> shown = new ArrayList<>();
    if (names != null) {
      for (List<?> name : names) {
        if (name.get(1) instanceof String value) {
          shown.add(prefix((Integer) name.get(0)) + value);
        }
      }
    }
    return shown;
  }

  List<String> keyUsages() {
    boolean[] bits = certificate.getKeyUsage();
    List<String> usages = new ArrayList<>();
    for (int bit = 0; bits != null && bit < Math.min(bits.length, KEY_USAGES.size()); bit++) {
      if (bits[bit]) {
        usages.add(KEY_USAGES.get(bit));
      }
    }
    return usages;
  }

  List<String> extendedKeyUsages() {
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      return purposes == null
          ? List.of()
          : purposes.stream().map(CertificateExtensions::purpose).toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private <T> Optional<T> decoded(ASN1ObjectIdentifier oid, Function<Object, T> decoder) {
    byte[] wrapped = certificate.getExtensionValue(oid.getId());
    if (wrapped == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          decoder.apply(
              ASN1Primitive.fromByteArray(ASN1OctetString.getInstance(wrapped).getOctets())));
    } catch (IOException | RuntimeException e) {
      // A non-critical extension that is not what it should be: shown as absent.
      return Optional.empty();
    }
  }

  private static String purpose(String oid) {
    if (oid.equals(KeyPurposeId.id_kp_serverAuth.getId())) {
      return "TLS Web Server Authentication";
    }
    if (oid.equals(KeyPurposeId.id_kp_clientAuth.getId())) {
      return "TLS Web Client Authentication";
    }
    return oid;
  }

  /** Kinds of name of RFC 5280 section 4.2.1.6. */
  private static String prefix(int kind) {
    return switch (kind) {
      case 1 -> "email:";
      case 2 -> DNS_PREFIX;
      case 4 -> "DirName:";
      case 6 -> "URI:";
      case 7 -> "IP:";
      case 8 -> "Registered ID:";
      default -> "other:";
    };
  }
}
