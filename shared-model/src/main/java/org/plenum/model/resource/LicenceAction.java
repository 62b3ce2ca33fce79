package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** What a licence request asks for (SYS-260, SYS-262, SYS-264). */
public enum LicenceAction implements Choice {
  ACTIVATE("activate", "Activate"),
  RETURN("return", "Return"),
  REPAIR("repair", "Repair");

  private final String wire;
  private final String label;

  LicenceAction(String wire, String label) {
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
