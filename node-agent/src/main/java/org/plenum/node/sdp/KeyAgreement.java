package org.plenum.node.sdp;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.Keying.SrtpSuite;
import org.plenum.node.sdp.DtlsParameters.Setup;
import org.plenum.node.sdp.NegotiationException.Warning;

/** Agrees on the protection of a stream: SDES (RFC 4568), DTLS-SRTP (RFC 5763) or none. */
final class KeyAgreement {
  private final CryptoMode mode;
  private final String localFingerprint;
  private final SecureRandom random;

  KeyAgreement(CryptoMode mode, String localFingerprint, SecureRandom random) {
    this.mode = mode;
    this.localFingerprint = localFingerprint;
    this.random = random;
  }

  /**
   * Protection with the attributes that tell the other side.
   *
   * @param keying for the media plane
   * @param attributes for the description that this side writes
   */
  record Agreed(Keying keying, List<Attribute> attributes) {}

  /**
   * Answers an offered stream.
   *
   * @param previous protection so far: as long as the other side keeps its part, this side keeps
   *     its own, so that a re-offer does not interrupt media
   */
  Agreed answer(SessionDescription offer, MediaDescription offered, Optional<Keying> previous)
      throws NegotiationException {
    RtpProfile profile = profile(offered);
    if (mode == CryptoMode.OFF) {
      if (profile.isSecure()) {
        throw incompatible(offered, "is encrypted, which is switched off here");
      }
      return new Agreed(new Keying.None(), List.of());
    }
    if (!profile.requiresDtls()) {
      Optional<SdesCrypto> crypto = cryptos(offered).stream().findFirst();
      if (crypto.isPresent()) {
        return sdesAnswer(crypto.get(), previous);
      }
    }
    Optional<DtlsParameters> dtls = DtlsParameters.of(offer, offered);
    if (dtls.isPresent() && profile.isSecure()) {
      return dtlsAnswer(dtls.get(), previous);
    }
    if (profile.isSecure()) {
      throw incompatible(offered, "has neither a supported a=crypto nor a supported a=fingerprint");
    }
    if (mode == CryptoMode.REQUIRED) {
      throw incompatible(offered, "is not encrypted, which is required here");
    }
    return new Agreed(new Keying.None(), List.of());
  }

  /** The protocol that this side offers. */
  RtpProfile offeredProfile() {
    return mode == CryptoMode.REQUIRED ? RtpProfile.SAVP : RtpProfile.AVP;
  }

  /**
   * What this side offers: SDES, also in RTP/AVP, where peers without SRTP ignore it and others
   * encrypt although they need not ("best effort").
   */
  List<Attribute> offer() {
    if (mode == CryptoMode.OFF) {
      return List.of();
    }
    List<Attribute> lines = new ArrayList<>();
    for (SrtpSuite suite : SrtpSuite.values()) {
      String tag = String.valueOf(lines.size() + 1);
      lines.add(new SdesCrypto(tag, suite, newKeySalt(suite)).toAttribute());
    }
    return lines;
  }

  /**
   * A stream that is in force as this side offers it again: an offer leaves the DTLS roles open
   * (RFC 5763 section 5), even where they will stay as they are.
   */
  static MediaDescription reoffered(MediaDescription local) {
    List<Attribute> attributes =
        local.attributes().list().stream()
            .map(a -> a.name().equals("setup") ? Setup.ACTPASS.toAttribute() : a)
            .toList();
    return local.withAttributes(new Attributes(attributes));
  }

  /** Reads the answer to a stream that this side offered. */
  Keying accept(
      MediaDescription offered,
      SessionDescription answer,
      MediaDescription answered,
      Optional<Keying> previous)
      throws NegotiationException {
    Optional<SdesCrypto> theirs = cryptos(answered).stream().findFirst();
    if (theirs.isPresent()) {
      SdesCrypto remote = theirs.get();
      SdesCrypto local =
          cryptos(offered).stream()
              .filter(own -> own.tag().equals(remote.tag()) && own.suite() == remote.suite())
              .findFirst()
              .orElseThrow(
                  () -> incompatible(answered, "answers an a=crypto that was not offered"));
      return new Keying.Sdes(local.suite(), local.keySalt(), remote.keySalt());
    }
    Optional<DtlsParameters> dtls = DtlsParameters.of(answer, answered);
    if (dtls.isPresent() && offered.attributes().has("fingerprint")) {
      return dtls(dtls.get(), previous);
    }
    if (mode == CryptoMode.REQUIRED || profile(answered).isSecure()) {
      throw incompatible(answered, "has no key");
    }
    return new Keying.None();
  }

  private Agreed sdesAnswer(SdesCrypto remote, Optional<Keying> previous) {
    byte[] localKeySalt =
        previous
            .filter(Keying.Sdes.class::isInstance)
            .map(Keying.Sdes.class::cast)
            .filter(sdes -> sdes.suite() == remote.suite())
            .map(Keying.Sdes::localKeySalt)
            .orElseGet(() -> newKeySalt(remote.suite()));
    SdesCrypto local = new SdesCrypto(remote.tag(), remote.suite(), localKeySalt);
    return new Agreed(
        new Keying.Sdes(remote.suite(), localKeySalt, remote.keySalt()),
        List.of(local.toAttribute()));
  }

  private Agreed dtlsAnswer(DtlsParameters remote, Optional<Keying> previous) {
    Keying.DtlsSrtp keying = dtls(remote, previous);
    Setup setup = keying.active() ? Setup.ACTIVE : Setup.PASSIVE;
    return new Agreed(
        keying, List.of(Attribute.of("fingerprint", localFingerprint), setup.toAttribute()));
  }

  /**
   * An offer that leaves the choice is answered passively: a peer behind a NAT then sends first,
   * and its packets show where it can be reached. An association that lives on keeps its roles (RFC
   * 5763 section 6.6).
   */
  private static Keying.DtlsSrtp dtls(DtlsParameters remote, Optional<Keying> previous) {
    if (previous.orElse(null) instanceof Keying.DtlsSrtp before
        && before.hash().equals(remote.hash())
        && Arrays.equals(before.remoteFingerprint(), remote.fingerprint())) {
      return before;
    }
    return new Keying.DtlsSrtp(
        remote.hash(), remote.fingerprint(), remote.setup() == Setup.PASSIVE);
  }

  private static List<SdesCrypto> cryptos(MediaDescription media) {
    return media
        .attributes()
        .all("crypto")
        .map(SdesCrypto::parse)
        .flatMap(Optional::stream)
        .toList();
  }

  private byte[] newKeySalt(SrtpSuite suite) {
    byte[] keySalt = new byte[suite.keyLength() + suite.saltLength()];
    random.nextBytes(keySalt);
    return keySalt;
  }

  private static RtpProfile profile(MediaDescription media) throws NegotiationException {
    return RtpProfile.of(media)
        .orElseThrow(() -> incompatible(media, "has an unsupported transport protocol"));
  }

  private static NegotiationException incompatible(MediaDescription media, String problem) {
    return new NegotiationException(
        Warning.INCOMPATIBLE_TRANSPORT_PROTOCOL, media.type() + " stream " + problem);
  }
}
