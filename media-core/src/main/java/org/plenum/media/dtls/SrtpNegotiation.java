package org.plenum.media.dtls;

import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.SRTPProtectionProfile;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.plenum.media.plan.Keying.SrtpSuite;
import org.plenum.media.srtp.SrtpKeys;

/** The {@code use_srtp} extension and what it agrees on (RFC 5764 sections 4.1 and 4.2). */
final class SrtpNegotiation {

  /** Cipher suites of the handshake; RSA ones for peers with an RSA certificate. */
  static final int[] CIPHER_SUITES = {
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
    CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA,
    CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
  };

  /** Longest time for a handshake, ms. */
  static final int DEADLINE_MILLIS = 15_000;

  /** First repetition of an unanswered flight, ms; doubles each time (RFC 6347 section 4.2.4.1). */
  static final int RESEND_MILLIS = 500;

  private static final int[] PROFILES = {
    SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80,
    SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_32
  };
  private static final byte[] NO_MKI = new byte[0];

  private SrtpNegotiation() {}

  static void offer(Hashtable<Integer, byte[]> extensions) throws IOException {
    TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(PROFILES, NO_MKI));
  }

  static void answer(Hashtable<Integer, byte[]> extensions, int profile) throws IOException {
    TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(new int[] {profile}, NO_MKI));
  }

  /** The first of our profiles that the other side names. */
  static int choose(Hashtable<?, ?> extensions) throws IOException {
    UseSRTPData named = extensions == null ? null : TlsSRTPUtils.getUseSRTPExtension(extensions);
    if (named != null) {
      for (int profile : PROFILES) {
        if (Arrays.stream(named.getProtectionProfiles()).anyMatch(other -> other == profile)) {
          return profile;
        }
      }
    }
    throw new TlsFatalAlert(AlertDescription.handshake_failure, "no common SRTP profile");
  }

  /** Splits exported keying material: client key, server key, client salt, server salt. */
  static DtlsAssociation.Keys export(TlsContext context, int profile, boolean client) {
    SrtpSuite suite =
        profile == SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80
            ? SrtpSuite.AES_CM_128_HMAC_SHA1_80
            : SrtpSuite.AES_CM_128_HMAC_SHA1_32;
    int key = suite.keyLength();
    int salt = suite.saltLength();
    byte[] material = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, 2 * (key + salt));
    SrtpKeys ofClient =
        new SrtpKeys(
            suite,
            Arrays.copyOf(material, key),
            Arrays.copyOfRange(material, 2 * key, 2 * key + salt));
    SrtpKeys ofServer =
        new SrtpKeys(
            suite,
            Arrays.copyOfRange(material, key, 2 * key),
            Arrays.copyOfRange(material, 2 * key + salt, 2 * (key + salt)));
    return client
        ? new DtlsAssociation.Keys(ofClient, ofServer)
        : new DtlsAssociation.Keys(ofServer, ofClient);
  }
}
