package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** How the call to an automatically dialed participant is placed (SVX-182). */
public enum ParticipantRouting implements Choice {
  MANUAL("manual", "Manually"),
  ROUTING_RULE("routing_rule", "By call routing rules");

  private final String wire;
  private final String label;

  ParticipantRouting(String wire, String label) {
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
