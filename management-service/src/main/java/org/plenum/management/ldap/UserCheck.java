package org.plenum.management.ldap;

import java.util.Set;

/** What a directory says to a name and a password. */
public sealed interface UserCheck {
  /**
   * They belong together.
   *
   * @param dn name of the user's record
   * @param groups distinguished names of the user's groups, as {@link GroupNames} has them
   */
  record Right(String dn, Set<String> groups) implements UserCheck {
    public Right {
      groups = Set.copyOf(groups);
    }
  }

  /**
   * They do not.
   *
   * @param cause for the log
   */
  record Wrong(String cause) implements UserCheck {}
}
