package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Transport to a syslog server (PLAT-186). */
public enum SyslogTransport implements Choice {
  UDP("udp", "UDP"),
  TCP("tcp", "TCP"),
  TLS("tls", "TLS");

  private final String wire;
  private final String label;

  SyslogTransport(String wire, String label) {
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
