package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Media that a call placed by a routing rule may have (SVX-286). */
public enum RuleCapability implements Choice {
  VIDEO("video", "Main video and presentation"),
  VIDEO_ONLY("video-only", "Main video only"),
  AUDIO("audio", "Audio only"),
  AUTO("auto", "Same as incoming call");

  private final String wire;
  private final String label;

  RuleCapability(String wire, String label) {
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
