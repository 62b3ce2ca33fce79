package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Role with which a dialed participant joins (SVX-185). */
public enum ParticipantRole implements Choice {
  HOST("chair", "Host"),
  GUEST("guest", "Guest");

  private final String wire;
  private final String label;

  ParticipantRole(String wire, String label) {
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
