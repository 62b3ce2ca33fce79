package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Media that a call may have (SVX-284). */
public enum Capability implements Choice {
  VIDEO("video", "Main video and presentation"),
  VIDEO_ONLY("video-only", "Main video only"),
  AUDIO("audio", "Audio only");

  private final String wire;
  private final String label;

  Capability(String wire, String label) {
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
