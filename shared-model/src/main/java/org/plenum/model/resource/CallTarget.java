package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Where a routing rule sends calls (SVC-164, SVC-165). */
public enum CallTarget implements Choice {
  EXTERNAL("external", "Registered device or external system"),
  REGISTRATION("registration", "Registered devices only");

  private final String wire;
  private final String label;

  CallTarget(String wire, String label) {
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
