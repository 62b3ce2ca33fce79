package org.plenum.management.change;

/** Where a change set came from. */
public enum ChangeSource {
  CONSOLE("console"),
  REST("REST"),
  CSV("CSV"),
  LDAP("LDAP"),
  RESTORE("restore"),
  TEXT("text"),
  SETUP("setup"),
  PLATFORM("platform");

  private final String wire;

  ChangeSource(String wire) {
    this.wire = wire;
  }

  /** Name in the audit trail. */
  public String wire() {
    return wire;
  }
}
