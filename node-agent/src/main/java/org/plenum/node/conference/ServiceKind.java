package org.plenum.node.conference;

/** Services in which participants meet (SVC-049); the wire names are those of the configuration. */
public enum ServiceKind {
  /** Virtual Meeting Room. */
  MEETING_ROOM("conference"),
  /** Virtual Auditorium. */
  AUDITORIUM("lecture");

  private final String wireName;

  ServiceKind(String wireName) {
    this.wireName = wireName;
  }

  /** Value of {@code service_type}. */
  public String wireName() {
    return wireName;
  }
}
