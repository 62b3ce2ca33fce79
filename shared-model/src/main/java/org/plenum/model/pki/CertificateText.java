package org.plenum.model.pki;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** A certificate in words, laid out as administrators know it from OpenSSL. */
final class CertificateText {
  private final X509Certificate certificate;
  private final CertificateExtensions extensions;

  CertificateText(X509Certificate certificate, CertificateExtensions extensions) {
    this.certificate = certificate;
    this.extensions = extensions;
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner("\n");
    text.add("Version: " + certificate.getVersion());
    text.add(
        "Serial Number: " + certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT));
    text.add("Signature Algorithm: " + certificate.getSigAlgName());
    text.add("Issuer: " + CertificateDetails.wholeName(certificate.getIssuerX500Principal()));
    text.add("Not Before: " + certificate.getNotBefore().toInstant());
    text.add("Not After: " + certificate.getNotAfter().toInstant());
    text.add("Subject: " + CertificateDetails.wholeName(certificate.getSubjectX500Principal()));
    text.add("Public Key: " + describe(certificate.getPublicKey()));
    addBasicConstraints(text);
    addList(text, "Key Usage", extensions.keyUsages());
    addList(text, "Extended Key Usage", extensions.extendedKeyUsages());
    addList(text, "Subject Alternative Name", extensions.subjectAltNames());
    addOptional(text, "Subject Key Identifier", extensions.subjectKeyId());
    addOptional(text, "Authority Key Identifier", extensions.authorityKeyId());
    text.add("SHA-256 Fingerprint: " + CertificateFingerprint.of(certificate));
    return text.toString();
  }

  private void addBasicConstraints(StringJoiner text) {
    int pathLength = certificate.getBasicConstraints();
    if (pathLength < 0) {
      return;
    }
    text.add(
        "Basic Constraints: CA"
            + (pathLength == Integer.MAX_VALUE ? "" : ", path length " + pathLength));
  }

  private static void addList(StringJoiner text, String label, List<String> values) {
    if (!values.isEmpty()) {
      text.add(label + ": " + String.join(", ", values));
    }
  }

  private static void addOptional(StringJoiner text, String label, Optional<String> value) {
    value.ifPresent(present -> text.add(label + ": " + present));
  }

  private static String describe(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> "RSA, %d bits".formatted(rsa.getModulus().bitLength());
      case ECPublicKey curve ->
          "ECDSA, %d bits".formatted(curve.getParams().getCurve().getField().getFieldSize());
      default -> key.getAlgorithm();
    };
  }
}
