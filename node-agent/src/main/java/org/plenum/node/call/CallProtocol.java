package org.plenum.node.call;

/** Signalling protocol of a call leg; the wire names are those of status (spec 09). */
public enum CallProtocol {
  SIP("SIP"),
  H323("H323"),
  WEBRTC("WEBRTC"),
  RTMP("RTMP"),
  MSSIP("MSSIP"),
  API("API");

  private final String wireName;

  CallProtocol(String wireName) {
    this.wireName = wireName;
  }

  /** Name in status and history. */
  public String wireName() {
    return wireName;
  }
}
