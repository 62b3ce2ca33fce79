package org.plenum.console.routing;

import org.plenum.rpc.console.TestRouteRequest.Protocol;

/** What a caller uses, as far as routing distinguishes it. */
public enum CallKind {
  SIP(Protocol.SIP, false),
  H323(Protocol.H323, false),
  MSSIP(Protocol.MSSIP, false),
  WEB_APP(Protocol.WEBRTC, true),
  WEBRTC(Protocol.WEBRTC, false),
  RTMP(Protocol.RTMP, false);

  private final Protocol protocol;
  private final boolean webApp;

  CallKind(Protocol protocol, boolean webApp) {
    this.protocol = protocol;
    this.webApp = webApp;
  }

  Protocol protocol() {
    return protocol;
  }

  boolean webApp() {
    return webApp;
  }
}
