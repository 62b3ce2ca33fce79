package org.plenum.node.sdp;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plenum.media.plan.Keying.SrtpSuite;

/**
 * An {@code a=crypto} line that this side can use (RFC 4568 section 9.1).
 *
 * @param tag identifies the line in the answer
 * @param suite protection profile
 * @param keySalt master key and salt with which the writer of the line sends
 */
record SdesCrypto(String tag, SrtpSuite suite, byte[] keySalt) {
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern TAG = Pattern.compile("[0-9]{1,9}");

  /**
   * Reads a line. Empty if it is malformed or asks for what is not supported: another suite, a
   * master key identifier, several keys, or a mandatory session parameter. RFC 4568 section 7.1.2
   * has such lines passed over, not refused.
   */
  static Optional<SdesCrypto> parse(Attribute attribute) {
    String[] parts = SPACES.split(attribute.value());
    if (parts.length < 3 || !TAG.matcher(parts[0]).matches()) {
      return Optional.empty();
    }
    for (int i = 3; i < parts.length; i++) {
      if (!isHarmless(parts[i])) {
        return Optional.empty();
      }
    }
    return suite(parts[1])
        .flatMap(
            suite ->
                keySalt(parts[2], suite).map(keySalt -> new SdesCrypto(parts[0], suite, keySalt)));
  }

  /**
   * A leading "-" means that the receiver may ignore the parameter (section 9.1); WSH is a hint.
   */
  private static boolean isHarmless(String sessionParameter) {
    return sessionParameter.startsWith("-") || sessionParameter.startsWith("WSH=");
  }

  private static Optional<SrtpSuite> suite(String name) {
    return Arrays.stream(SrtpSuite.values()).filter(s -> s.name().equals(name)).findFirst();
  }

  private static Optional<byte[]> keySalt(String keyParams, SrtpSuite suite) {
    if (!keyParams.startsWith("inline:") || keyParams.contains(";")) {
      return Optional.empty();
    }
    // inline:<key||salt> ["|" lifetime] ["|" MKI ":" length]; only an MKI contains a colon. The
    // lifetime does not matter: a call ends long before 2^48 packets.
    String[] fields = keyParams.substring("inline:".length()).split("\\|");
    for (int i = 1; i < fields.length; i++) {
      if (fields[i].contains(":")) {
        return Optional.empty();
      }
    }
    try {
      byte[] keySalt = Base64.getDecoder().decode(fields.length == 0 ? "" : fields[0]);
      return keySalt.length == suite.keyLength() + suite.saltLength()
          ? Optional.of(keySalt)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Attribute toAttribute() {
    return Attribute.of(
        "crypto",
        tag + " " + suite.name() + " inline:" + Base64.getEncoder().encodeToString(keySalt));
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "SdesCrypto[" + tag + " " + suite + "]";
  }
}
