package org.plenum.management.auth;

import java.util.List;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;

/**
 * Somebody, or a tool, that may log in.
 *
 * @param identity who that is
 * @param roles names of the roles
 * @param permissions what the roles allow together (SYS-062)
 */
public record Account(Identity identity, List<String> roles, Permissions permissions) {
  public Account {
    roles = List.copyOf(roles);
  }

  /** Name, case sensitive (SYS-032). */
  public String username() {
    return identity.username();
  }

  /**
   * Whether the account may come in at all (SYS-061).
   *
   * @param channel permission for the way in
   */
  public boolean mayEnter(Permission channel) {
    return permissions.has(Permission.IS_ADMINISTRATOR) && permissions.has(channel);
  }
}
