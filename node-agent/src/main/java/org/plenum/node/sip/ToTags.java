package org.plenum.node.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tags with which this side completes dialog identifiers (RFC 3261 section 19.3): the same for all
 * responses to a request, unpredictable for others.
 */
final class ToTags {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int TAG_OCTETS = 8;

  private final SecretKeySpec secret;

  ToTags() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    secret = new SecretKeySpec(key, ALGORITHM);
  }

  /** The tag for responses to a request that has none. */
  String of(SIPRequest request) {
    String identity =
        request.getCallIdHeader().getCallId()
            + '\n'
            + request.getFromTag()
            + '\n'
            + request.getCSeqHeader().getSeqNumber();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      byte[] digest = mac.doFinal(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, TAG_OCTETS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " is part of every Java runtime", e);
    }
  }
}
