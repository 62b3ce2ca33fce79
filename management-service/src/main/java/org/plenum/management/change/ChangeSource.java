package org.plenum.management.change;

/** Where a change set came from. */
public enum ChangeSource {
  CONSOLE("console"),
  REST("REST"),
  /** A file is one change set. */
  CSV("CSV", 500_000),
  LDAP("LDAP"),
  RESTORE("restore"),
  TEXT("text"),
  SETUP("setup"),
  PLATFORM("platform");

  private final String wire;
  private final int maxOperations;

  ChangeSource(String wire) {
    this(wire, ChangeSets.MAX_OPERATIONS);
  }

  ChangeSource(String wire, int maxOperations) {
    this.wire = wire;
    this.maxOperations = maxOperations;
  }

  /** Name in the audit trail. */
  public String wire() {
    return wire;
  }

  /**
   * Whether servers that objects name are contacted before they are saved: where somebody saves an
   * object and waits. A file or an old version may be brought in while a server is away.
   */
  boolean contactsServers() {
    return this == CONSOLE || this == REST;
  }

  /** Largest number of operations in one change set. */
  public int maxOperations() {
    return maxOperations;
  }
}
