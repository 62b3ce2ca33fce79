package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Who calls from a network that the break-in protection trusts. */
public enum AllowListEntryType implements Choice {
  USER("user", "Users: workstations and endpoints"),
  PROXY("proxy", "Reverse proxy that others call through");

  private final String wire;
  private final String label;

  AllowListEntryType(String wire, String label) {
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
