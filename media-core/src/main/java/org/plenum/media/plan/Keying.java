package org.plenum.media.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** How the packets of a stream are protected. */
public sealed interface Keying {

  /** Plain RTP. */
  record None() implements Keying {}

  /**
   * SRTP with keys exchanged in the session description (RFC 4568).
   *
   * @param suite protection profile of both directions
   * @param localKeySalt master key and salt with which this side sends
   * @param remoteKeySalt master key and salt with which the other side sends
   */
  @SuppressWarnings("ArrayRecordComponent") // Copied, compared and hidden below.
  record Sdes(SrtpSuite suite, byte[] localKeySalt, byte[] remoteKeySalt) implements Keying {
    public Sdes {
      suite.requireLength(localKeySalt);
      suite.requireLength(remoteKeySalt);
      localKeySalt = localKeySalt.clone();
      remoteKeySalt = remoteKeySalt.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Sdes that
          && suite == that.suite
          && Arrays.equals(localKeySalt, that.localKeySalt)
          && Arrays.equals(remoteKeySalt, that.remoteKeySalt);
    }

    @Override
    public int hashCode() {
      return Objects.hash(suite, Arrays.hashCode(localKeySalt), Arrays.hashCode(remoteKeySalt));
    }

    /** Without the keys: plans are logged. */
    @Override
    public String toString() {
      return "Sdes[" + suite + "]";
    }
  }

  /**
   * SRTP with keys agreed by a DTLS handshake on the media path (RFC 5763, RFC 5764).
   *
   * @param hash hash function of the fingerprint as in SDP, for example {@code sha-256}
   * @param remoteFingerprint digest of the certificate that the other side must present
   * @param active true if this side sends the ClientHello ({@code a=setup:active})
   */
  @SuppressWarnings("ArrayRecordComponent") // Copied and compared below.
  record DtlsSrtp(String hash, byte[] remoteFingerprint, boolean active) implements Keying {
    public DtlsSrtp {
      hash = hash.toLowerCase(Locale.ROOT);
      remoteFingerprint = remoteFingerprint.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof DtlsSrtp that
          && hash.equals(that.hash)
          && Arrays.equals(remoteFingerprint, that.remoteFingerprint)
          && active == that.active;
    }

    @Override
    public int hashCode() {
      return Objects.hash(hash, Arrays.hashCode(remoteFingerprint), active);
    }
  }

  /** SRTP protection profiles offered and accepted. */
  enum SrtpSuite {
    AES_CM_128_HMAC_SHA1_80(16, 14, 10),
    AES_CM_128_HMAC_SHA1_32(16, 14, 4);

    private final int keyLength;
    private final int saltLength;
    private final int tagLength;

    SrtpSuite(int keyLength, int saltLength, int tagLength) {
      this.keyLength = keyLength;
      this.saltLength = saltLength;
      this.tagLength = tagLength;
    }

    /** Master key length, octets. */
    public int keyLength() {
      return keyLength;
    }

    /** Master salt length, octets. */
    public int saltLength() {
      return saltLength;
    }

    /** SRTP authentication tag, octets (SRTCP always uses 10, RFC 4568 section 6.2). */
    public int tagLength() {
      return tagLength;
    }

    private void requireLength(byte[] keySalt) {
      if (keySalt.length != keyLength + saltLength) {
        throw new IllegalArgumentException(
            this + " needs a key and salt of " + (keyLength + saltLength) + " octets");
      }
    }
  }
}
