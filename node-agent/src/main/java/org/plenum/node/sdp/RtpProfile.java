package org.plenum.node.sdp;

import java.util.Arrays;
import java.util.Optional;

/** The transport protocols of an {@code m=} line that carry RTP over UDP. */
enum RtpProfile {
  AVP("RTP/AVP", false, false),
  AVPF("RTP/AVPF", false, false),
  SAVP("RTP/SAVP", true, false),
  SAVPF("RTP/SAVPF", true, false),
  /** RFC 5764 section 8. */
  DTLS_SAVP("UDP/TLS/RTP/SAVP", true, true),
  DTLS_SAVPF("UDP/TLS/RTP/SAVPF", true, true);

  private final String protocol;
  private final boolean secure;
  private final boolean dtls;

  RtpProfile(String protocol, boolean secure, boolean dtls) {
    this.protocol = protocol;
    this.secure = secure;
    this.dtls = dtls;
  }

  String protocol() {
    return protocol;
  }

  /** Packets must be protected. */
  boolean isSecure() {
    return secure;
  }

  /** Keys come from DTLS and nowhere else. */
  boolean requiresDtls() {
    return dtls;
  }

  static Optional<RtpProfile> of(MediaDescription media) {
    return Arrays.stream(values())
        .filter(profile -> profile.protocol.equalsIgnoreCase(media.protocol()))
        .findFirst();
  }
}
