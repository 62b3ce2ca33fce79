package org.plenum.node.sdp;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** RTCP feedback of video that this side uses (RFC 4585 section 4.2, RFC 5104 section 7.1). */
enum RtcpFeedback {
  NACK("nack"),
  PLI("nack pli"),
  FIR("ccm fir");

  private final String value;

  RtcpFeedback(String value) {
    this.value = value;
  }

  Attribute toAttribute(int payloadType) {
    return Attribute.of("rtcp-fb", payloadType + " " + value);
  }

  /** What a description asks for on a payload type, directly or for all ({@code *}). */
  static Set<RtcpFeedback> of(MediaDescription media, int payloadType) {
    Set<RtcpFeedback> found = EnumSet.noneOf(RtcpFeedback.class);
    media
        .attributes()
        .all("rtcp-fb")
        .map(attribute -> attribute.value().toLowerCase(Locale.ROOT).split(" +", 2))
        .filter(parts -> parts.length == 2)
        .filter(parts -> parts[0].equals("*") || parts[0].equals(String.valueOf(payloadType)))
        .forEach(
            parts -> {
              for (RtcpFeedback kind : values()) {
                if (parts[1].equals(kind.value)) {
                  found.add(kind);
                }
              }
            });
    return found;
  }
}
