package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** How the registrar calculates when a registration expires (SVX-023, SVX-031, SVX-032). */
public enum RefreshStrategy implements Choice {
  ADAPTIVE("adaptive", "Adaptive"),
  BASIC("maximum", "Basic");

  private final String wire;
  private final String label;

  RefreshStrategy(String wire, String label) {
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
