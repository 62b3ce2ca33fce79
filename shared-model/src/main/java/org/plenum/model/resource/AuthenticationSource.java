package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Where the accounts of administrators are looked up (SYS-033). */
public enum AuthenticationSource implements Choice {
  LOCAL("LOCAL", "Local database"),
  LDAP("LDAP", "LDAP database"),
  LDAP_AND_LOCAL("LDAP+LOCAL", "LDAP database and local database");

  private final String wire;
  private final String label;

  AuthenticationSource(String wire, String label) {
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

  /** Whether accounts of the local database may log in. */
  public boolean includesLocal() {
    return this != LDAP;
  }

  /** Whether a directory is asked. */
  public boolean includesLdap() {
    return this != LOCAL;
  }
}
