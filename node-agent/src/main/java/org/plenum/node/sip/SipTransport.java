package org.plenum.node.sip;

import java.util.Locale;

/** Transports of SIP messages. */
public enum SipTransport {
  UDP,
  TCP,
  TLS;

  /** Value of the {@code transport} URI parameter. */
  String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True if requests and responses share a connection. */
  boolean isConnectionOriented() {
    return this != UDP;
  }

  static SipTransport of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
