package org.plenum.model.pki;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * SHA-256 fingerprint of a certificate, to show to people and to pin.
 *
 * @param value 32 bytes as upper-case hexadecimal pairs with colons between
 */
public record CertificateFingerprint(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9A-F]{2}(?::[0-9A-F]{2}){31}");
  private static final HexFormat COLON_HEX = HexFormat.ofDelimiter(":").withUpperCase();

  /** Accepts either case. */
  public CertificateFingerprint {
    value = value.strip().toUpperCase(Locale.ROOT);
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a SHA-256 fingerprint in colon-separated hex");
    }
  }

  /** The fingerprint of a certificate. */
  public static CertificateFingerprint of(X509Certificate certificate) {
    try {
      return ofBytes(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new PkiException("the certificate cannot be encoded", e);
    }
  }

  /** The fingerprint of any bytes, such as an encoded public key. */
  static CertificateFingerprint ofBytes(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new CertificateFingerprint(COLON_HEX.formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new PkiException("this Java runtime has no SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
