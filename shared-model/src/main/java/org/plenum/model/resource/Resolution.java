package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Largest picture that the platform sends and accepts (SYS-114). */
public enum Resolution implements Choice {
  HD("hd", "HD (720p)"),
  FULL_HD("fullhd", "Full HD (1080p)");

  private final String wire;
  private final String label;

  Resolution(String wire, String label) {
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
