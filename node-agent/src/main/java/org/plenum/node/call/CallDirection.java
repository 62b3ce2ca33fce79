package org.plenum.node.call;

/** Who placed a call; the wire names are those of status (spec 09). */
public enum CallDirection {
  /** The remote party called this node. */
  INCOMING("in"),
  /** This node called the remote party. */
  OUTGOING("out");

  private final String wireName;

  CallDirection(String wireName) {
    this.wireName = wireName;
  }

  /** Name in status and history. */
  public String wireName() {
    return wireName;
  }
}
