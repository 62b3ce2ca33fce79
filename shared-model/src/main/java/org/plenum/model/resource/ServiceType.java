package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** What a service does for those who dial its aliases (SVC-049). */
public enum ServiceType implements Choice {
  CONFERENCE("conference", "Virtual Meeting Room"),
  LECTURE("lecture", "Virtual Auditorium"),
  TWO_STAGE_DIALING("two_stage_dialing", "Virtual Reception"),
  TEST_CALL("test_call", "Test Call Service");

  private final String wire;
  private final String label;

  ServiceType(String wire, String label) {
    this.wire = wire;
    this.label = label;
  }

  /** Whether callers meet there, as participants of a conference. */
  public boolean isConference() {
    return this == CONFERENCE || this == LECTURE;
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
