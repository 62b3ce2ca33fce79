package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** How certificates of SIP peers are checked for revocation (SYS-291 to SYS-294). */
public enum OcspState implements Choice {
  OFF("OFF", "Off"),
  ON("ON", "On"),
  OVERRIDE("OVERRIDE", "Override the responder that the certificate names");

  private final String wire;
  private final String label;

  OcspState(String wire, String label) {
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
