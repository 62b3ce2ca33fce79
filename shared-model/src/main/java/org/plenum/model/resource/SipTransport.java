package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Transport to a SIP proxy (SYS-179). */
public enum SipTransport implements Choice {
  TCP("tcp", "TCP"),
  UDP("udp", "UDP"),
  TLS("tls", "TLS");

  private final String wire;
  private final String label;

  SipTransport(String wire, String label) {
    this.wire = wire;
    this.label = label;
  }

  @Override
  public String wire() {
    return wire;
  }

  @Override
  public String label() {
    return label;
  }
}
