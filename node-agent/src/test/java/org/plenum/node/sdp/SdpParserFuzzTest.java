package org.plenum.node.sdp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.security.SecureRandom;

/** Whatever a peer sends, parsing and negotiating end in a result or in a declared exception. */
class SdpParserFuzzTest {

  @FuzzTest
  void anyOctetsAreAnsweredOrRefused(byte[] content) {
    OfferAnswer calls =
        new OfferAnswer(
            MediaSettings.DEFAULT,
            new LocalTransport(InetAddress.getLoopbackAddress(), 4000, 4002, "sha-256 AA"),
            new SecureRandom());
    try {
      SessionDescription parsed = SdpParser.parse(content);
      Agreement agreement = calls.answer(parsed);
      // What this side writes must be readable: nothing of the peer's text breaks a line.
      SdpParser.parse(agreement.local().toString());
    } catch (SdpException | NegotiationException refused) {
      // Declared outcomes.
      return;
    }
  }
}
