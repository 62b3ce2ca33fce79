package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Which calls a licence is for (SYS-231). */
public enum LicenceType implements Choice {
  AUDIO("audio", "Audio"),
  PORT("port", "Port");

  private final String wire;
  private final String label;

  LicenceType(String wire, String label) {
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
