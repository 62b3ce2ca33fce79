package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Whether a licence counts (SYS-234, SYS-251, SYS-266). */
public enum LicenceStatus implements Choice {
  VALID("valid", "Valid"),
  NOT_YET_VALID("not_yet_valid", "Not yet valid"),
  EXPIRED("expired", "Expired"),
  CORRUPT("corrupt", "Corrupt");

  private final String wire;
  private final String label;

  LicenceStatus(String wire, String label) {
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
