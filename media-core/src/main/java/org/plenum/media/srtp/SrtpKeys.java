package org.plenum.media.srtp;

import java.util.Arrays;
import org.plenum.media.plan.Keying.SrtpSuite;

/**
 * Master key and salt of one direction.
 *
 * @param suite protection profile
 * @param key master key
 * @param salt master salt
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record SrtpKeys(SrtpSuite suite, byte[] key, byte[] salt) {

  public SrtpKeys {
    if (key.length != suite.keyLength() || salt.length != suite.saltLength()) {
      throw new IllegalArgumentException(
          suite + " needs a key of " + suite.keyLength() + " and a salt of " + suite.saltLength());
    }
  }

  /** Keys from their concatenation, as in {@code a=crypto} (RFC 4568 section 6.1). */
  public static SrtpKeys of(SrtpSuite suite, byte[] keySalt) {
    int keyLength = suite.keyLength();
    return new SrtpKeys(
        suite,
        Arrays.copyOf(keySalt, keyLength),
        Arrays.copyOfRange(keySalt, keyLength, keyLength + suite.saltLength()));
  }

  @Override
  public String toString() {
    return "SrtpKeys[" + suite + "]";
  }
}
