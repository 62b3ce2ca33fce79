package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Whether a participant that was dialed automatically keeps a conference going (SVX-189). */
public enum KeepAlive implements Choice {
  ALWAYS("keep_conference_alive", "Yes"),
  IF_MULTIPLE("keep_conference_alive_if_multiple", "If multiple"),
  NEVER("keep_conference_alive_never", "No");

  private final String wire;
  private final String label;

  KeepAlive(String wire, String label) {
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
