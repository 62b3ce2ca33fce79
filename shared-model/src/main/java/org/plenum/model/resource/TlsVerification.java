package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Whether certificates of SIP peers are verified (SYS-285). */
public enum TlsVerification implements Choice {
  OFF("OFF", "Off"),
  ON("ON", "On");

  private final String wire;
  private final String label;

  TlsVerification(String wire, String label) {
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
