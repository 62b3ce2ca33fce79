package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Encryption of a connection to an SMTP server (PLAT-195). */
public enum ConnectionSecurity implements Choice {
  NONE("NONE", "None"),
  STARTTLS("STARTTLS", "STARTTLS");

  private final String wire;
  private final String label;

  ConnectionSecurity(String wire, String label) {
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
