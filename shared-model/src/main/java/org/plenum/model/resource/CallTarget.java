package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Where a routing rule sends calls (SVC-164 to SVC-167). */
public enum CallTarget implements Choice {
  EXTERNAL("external", "Registered device or external system"),
  REGISTRATION("registration", "Registered devices only"),
  MSSIP_CONFERENCE_ID(
      "mssip_conference_id",
      "Lync / Skype for Business meeting direct (not via Virtual Reception)"),
  MSSIP_SERVER(
      "mssip_server", "Lync / Skype for Business clients, or meetings via a Virtual Reception");

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
