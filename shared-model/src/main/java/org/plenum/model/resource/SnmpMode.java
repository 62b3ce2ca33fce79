package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Whether and how a node answers SNMP queries (PLAT-209). */
public enum SnmpMode implements Choice {
  DISABLED("DISABLED", "Off"),
  STANDARD("STANDARD", "SNMPv2c read-only"),
  AUTHPRIV("AUTHPRIV", "SNMPv3 read-only");

  private final String wire;
  private final String label;

  SnmpMode(String wire, String label) {
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
