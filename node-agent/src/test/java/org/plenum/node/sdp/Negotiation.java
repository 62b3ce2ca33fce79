package org.plenum.node.sdp;

import java.net.InetAddress;
import java.security.SecureRandom;
import org.plenum.media.plan.AudioPlan;
import org.plenum.media.plan.VideoPlan;

/** What tests of offers and answers begin with and look at. */
final class Negotiation {
  static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNk";
  private static final LocalTransport TRANSPORT =
      new LocalTransport(InetAddress.ofLiteral("198.51.100.1"), 40000, 40002, "sha-256 AB:CD");

  private Negotiation() {}

  static OfferAnswer with(MediaSettings settings) {
    return new OfferAnswer(settings, TRANSPORT, new SecureRandom());
  }

  static OfferAnswer with(CryptoMode mode) {
    return with(MediaSettings.DEFAULT.withCryptoMode(mode));
  }

  static OfferAnswer withDefaults() {
    return with(MediaSettings.DEFAULT);
  }

  static Agreement answer(String offer) throws Exception {
    return withDefaults().answer(SdpParser.parse(offer));
  }

  static AudioPlan audio(Agreement agreement) {
    return agreement.plan().audio().orElseThrow();
  }

  static VideoPlan video(Agreement agreement) {
    return agreement.plan().video().orElseThrow();
  }

  static String audioOffer(String protocol, String... attributes) {
    return SdpVectors.TELEPHONE.replace("RTP/AVP", protocol) + String.join("\n", attributes) + "\n";
  }

  static String videoOffer(String formats, String... attributes) {
    return SdpVectors.TELEPHONE
        + "m=video 4002 RTP/AVP "
        + formats
        + "\n"
        + String.join("\n", attributes)
        + "\n";
  }
}
