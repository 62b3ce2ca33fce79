package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Whether one node allows log-in over SSH (INST-134). */
public enum NodeSsh implements Choice {
  GLOBAL("GLOBAL", "As in the global settings"),
  OFF("OFF", "Off"),
  ON("ON", "On");

  private final String wire;
  private final String label;

  NodeSsh(String wire, String label) {
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
