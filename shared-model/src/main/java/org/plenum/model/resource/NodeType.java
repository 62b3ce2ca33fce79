package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Role of a conferencing node (INST-117). */
public enum NodeType implements Choice {
  CONFERENCING("CONFERENCING", "Transcoding node"),
  PROXYING("PROXYING", "Proxying edge node");

  private final String wire;
  private final String label;

  NodeType(String wire, String label) {
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
