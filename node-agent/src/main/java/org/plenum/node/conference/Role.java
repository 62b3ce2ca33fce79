package org.plenum.node.conference;

/** What a participant may do (SVX-103 to SVX-106); the wire names are those of status. */
public enum Role {
  HOST("chair"),
  GUEST("guest");

  private final String wireName;

  Role(String wireName) {
    this.wireName = wireName;
  }

  /** Name in status, history and logs. */
  public String wireName() {
    return wireName;
  }
}
