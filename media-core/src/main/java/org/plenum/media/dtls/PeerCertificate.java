package org.plenum.media.dtls;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.TlsFatalAlert;
import org.plenum.media.plan.Keying.DtlsSrtp;

/** Checks a presented certificate against the fingerprint that signalling agreed (RFC 8122). */
final class PeerCertificate {

  private static final Set<String> HASHES =
      Set.of("sha-1", "sha-224", "sha-256", "sha-384", "sha-512");

  private PeerCertificate() {}

  static void verify(Certificate presented, DtlsSrtp agreed) throws IOException {
    if (presented.isEmpty()) {
      throw new TlsFatalAlert(AlertDescription.bad_certificate, "no certificate presented");
    }
    if (!HASHES.contains(agreed.hash())) {
      throw new TlsFatalAlert(
          AlertDescription.internal_error, "fingerprint hash " + agreed.hash() + " not known");
    }
    byte[] encoded = presented.getCertificateAt(0).getEncoded();
    if (!MessageDigest.isEqual(digest(agreed.hash(), encoded), agreed.remoteFingerprint())) {
      throw new TlsFatalAlert(
          AlertDescription.bad_certificate, "certificate does not match the fingerprint");
    }
  }

  private static byte[] digest(String hash, byte[] encoded) {
    try {
      return MessageDigest.getInstance(hash.toUpperCase(Locale.ROOT)).digest(encoded);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(hash + " is part of every JDK", e);
    }
  }
}
