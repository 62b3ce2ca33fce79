package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Transport to a Lync or Skype for Business server (SYS-184). */
public enum MssipTransport implements Choice {
  TLS("tls", "TLS"),
  TCP("tcp", "TCP");

  private final String wire;
  private final String label;

  MssipTransport(String wire, String label) {
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
