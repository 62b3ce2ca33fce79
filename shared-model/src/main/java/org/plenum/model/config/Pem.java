package org.plenum.model.config;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Syntax of PEM texts (RFC 7468). Whether a key fits a certificate is not a matter of syntax. */
final class Pem {
  private static final Pattern CERTIFICATE = block("CERTIFICATE");
  private static final Pattern PRIVATE_KEY = block("(?:RSA |EC |ENCRYPTED )?PRIVATE KEY");

  private Pem() {}

  private static Pattern block(String label) {
    return Pattern.compile(
        "-----BEGIN (?:"
            + label
            + ")-----\\s++(?:[A-Za-z-]++: [^\\n]*+\\n)*+([A-Za-z0-9+/=\\s]++)-----END (?:"
            + label
            + ")-----");
  }

  /** Whether there is a certificate, and every certificate can be decoded. */
  static boolean isCertificates(String text) {
    Matcher block = CERTIFICATE.matcher(text);
    int count = 0;
    while (block.find()) {
      if (!isCertificate(block.group())) {
        return false;
      }
      count++;
    }
    return count > 0;
  }

  private static boolean isCertificate(String block) {
    try {
      CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(block.getBytes(StandardCharsets.US_ASCII)));
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  /** Whether there is a private key, encrypted or not. */
  static boolean isPrivateKey(String text) {
    Matcher block = PRIVATE_KEY.matcher(text);
    if (!block.find()) {
      return false;
    }
    try {
      return Base64.getMimeDecoder().decode(block.group(1)).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
