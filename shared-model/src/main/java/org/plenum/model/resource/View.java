package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Arrangement of pictures that participants see (SVX-144 to SVX-147). */
public enum View implements Choice {
  ONE_MAIN_ZERO_PIPS("one_main_zero_pips", "Main speaker only"),
  ONE_MAIN_SEVEN_PIPS("one_main_seven_pips", "Large main speaker and up to 7 others"),
  ONE_MAIN_TWENTYONE_PIPS("one_main_twentyone_pips", "Main speaker and up to 21 others"),
  TWO_MAINS_TWENTYONE_PIPS("two_mains_twentyone_pips", "Two main speakers and up to 21 others");

  private final String wire;
  private final String label;

  View(String wire, String label) {
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
