package org.plenum.node.sdp;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The DTLS parameters that a side wrote: {@code a=fingerprint} (RFC 8122) and {@code a=setup} (RFC
 * 4145, RFC 5763 section 5).
 *
 * @param hash hash function in lower case, for example {@code sha-256}
 * @param fingerprint digest of its certificate
 * @param setup who opens the handshake
 */
record DtlsParameters(String hash, byte[] fingerprint, Setup setup) {

  /** Values of {@code a=setup}. */
  enum Setup {
    ACTIVE,
    PASSIVE,
    ACTPASS,
    HOLDCONN;

    Attribute toAttribute() {
      return Attribute.of("setup", name().toLowerCase(Locale.ROOT));
    }
  }

  private static final Map<String, Integer> DIGEST_LENGTH =
      Map.of("sha-1", 20, "sha-224", 28, "sha-256", 32, "sha-384", 48, "sha-512", 64);

  /** The parameters of a stream; each attribute at media level goes before the session's. */
  static Optional<DtlsParameters> of(SessionDescription session, MediaDescription media) {
    Optional<Attribute> fingerprint = attribute("fingerprint", session, media);
    // RFC 4145 section 4: an offer without setup means active.
    Setup setup =
        attribute("setup", session, media).flatMap(DtlsParameters::setup).orElse(Setup.ACTIVE);
    return fingerprint.flatMap(attribute -> parse(attribute.value(), setup));
  }

  private static Optional<Attribute> attribute(
      String name, SessionDescription session, MediaDescription media) {
    return media.attributes().first(name).or(() -> session.attributes().first(name));
  }

  private static Optional<Setup> setup(Attribute attribute) {
    for (Setup setup : Setup.values()) {
      if (setup.name().equalsIgnoreCase(attribute.value())) {
        return Optional.of(setup);
      }
    }
    return Optional.empty();
  }

  private static Optional<DtlsParameters> parse(String value, Setup setup) {
    int space = value.indexOf(' ');
    if (space < 0) {
      return Optional.empty();
    }
    String hash = value.substring(0, space).toLowerCase(Locale.ROOT);
    try {
      byte[] digest = HexFormat.ofDelimiter(":").parseHex(value.substring(space + 1).strip());
      return Integer.valueOf(digest.length).equals(DIGEST_LENGTH.get(hash))
          ? Optional.of(new DtlsParameters(hash, digest, setup))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
