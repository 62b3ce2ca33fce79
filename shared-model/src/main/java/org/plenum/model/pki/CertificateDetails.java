package org.plenum.model.pki;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * What the resources {@code tls_certificate} and {@code ca_certificate} show of their certificate
 * (SYS-277, SYS-301).
 *
 * @param subjectName common name, or the whole name where there is none
 * @param issuerName likewise
 * @param rawSubject whole distinguished name, in the order of the certificate
 * @param rawIssuer likewise
 * @param subjectHash name hash as OpenSSL makes it, which links a certificate to its issuer
 * @param issuerHash likewise
 * @param serialNo hexadecimal, upper case
 * @param keyId subject key identifier in hexadecimal pairs
 * @param issuerKeyId authority key identifier, likewise
 * @param subjectAltNames such as {@code DNS:example.org} and {@code IP:192.0.2.1}
 * @param startDate first moment of validity
 * @param endDate last moment of validity
 * @param text the whole certificate in words
 */
public record CertificateDetails(
    String subjectName,
    String issuerName,
    String rawSubject,
    String rawIssuer,
    String subjectHash,
    String issuerHash,
    String serialNo,
    Optional<String> keyId,
    Optional<String> issuerKeyId,
    List<String> subjectAltNames,
    Instant startDate,
    Instant endDate,
    String text) {
  /** Copies the list. */
  public CertificateDetails {
    subjectAltNames = List.copyOf(subjectAltNames);
  }

  /**
   * Decodes a certificate; extensions that cannot be decoded are left out.
   *
   * @throws PkiException if its names cannot be decoded
   */
  public static CertificateDetails of(X509Certificate certificate) {
    try {
      return decode(certificate);
    } catch (IllegalArgumentException e) {
      // Java keeps names as bytes; Bouncy Castle refuses strings that are not in their encoding.
      throw new PkiException("the names in the certificate cannot be decoded", e);
    }
  }

  private static CertificateDetails decode(X509Certificate certificate) {
    X500Principal subject = certificate.getSubjectX500Principal();
    X500Principal issuer = certificate.getIssuerX500Principal();
    CertificateExtensions extensions = new CertificateExtensions(certificate);
    return new CertificateDetails(
        shortName(subject),
        shortName(issuer),
        wholeName(subject),
        wholeName(issuer),
        DistinguishedNameHash.of(subject),
        DistinguishedNameHash.of(issuer),
        certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
        extensions.subjectKeyId(),
        extensions.authorityKeyId(),
        extensions.subjectAltNames(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        new CertificateText(certificate, extensions).toString());
  }

  /** How choosers show it (SYS-281). */
  public String label() {
    return "%s (%s)".formatted(subjectName, issuerName);
  }

  /** The names that it gives its owner. */
  public CertificateNames names() {
    return new CertificateNames(subjectName, subjectAltNames);
  }

  private static String shortName(X500Principal principal) {
    RDN[] commonNames = X500Name.getInstance(principal.getEncoded()).getRDNs(BCStyle.CN);
    return commonNames.length == 0
        ? wholeName(principal)
        : IETFUtils.valueToString(commonNames[commonNames.length - 1].getFirst().getValue());
  }

  static String wholeName(X500Principal principal) {
    return X500Name.getInstance(principal.getEncoded()).toString();
  }
}
