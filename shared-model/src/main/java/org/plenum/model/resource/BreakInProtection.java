package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Whether a location protects itself from break-in attempts. */
public enum BreakInProtection implements Choice {
  GLOBAL("GLOBAL", "As in the global settings"),
  ON("ON", "On"),
  OFF("OFF", "Off");

  private final String wire;
  private final String label;

  BreakInProtection(String wire, String label) {
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
