package org.plenum.model.routing;

/** Protocols in which calls arrive, as far as routing distinguishes them. */
public enum CallProtocol {
  SIP,
  H323,
  /** SIP of Lync and Skype for Business. */
  MSSIP,
  /** Clients of the platform: the web app and other users of the client API. */
  WEBRTC,
  RTMP;

  /** Whether callers may put a PIN or a second destination behind {@code **} (SVX-114). */
  boolean allowsStarExtension() {
    return this == SIP || this == H323 || this == MSSIP;
  }

  /** Whether {@code #} does the same (SVX-115). */
  boolean allowsHashExtension() {
    return this == H323;
  }
}
