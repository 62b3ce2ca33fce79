package org.plenum.management.auth;

import org.plenum.model.access.Permissions;

/**
 * Somebody, or a tool, that may log in.
 *
 * @param id identifier
 * @param username name, case sensitive (SYS-032)
 * @param role what it may do
 */
public record Account(long id, String username, Role role) {
  /** What the account may do. */
  public Permissions permissions() {
    return role.permissions();
  }
}
