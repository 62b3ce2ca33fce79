package org.plenum.node.sdp;

import java.math.BigInteger;

/**
 * The {@code o=} line (RFC 8866 section 5.2).
 *
 * @param username originator, {@code -} if none
 * @param sessionId identifier of the session; numeric in the grammar, text in the wild
 * @param version of the description; grows by one with every change (RFC 3264 section 8)
 * @param addressType {@code IP4} or {@code IP6}
 * @param address of the originator's machine; an identifier, not a place to send to
 */
public record Origin(
    String username, String sessionId, BigInteger version, String addressType, String address) {

  /** The same origin one version later. */
  public Origin next() {
    return new Origin(username, sessionId, version.add(BigInteger.ONE), addressType, address);
  }
}
