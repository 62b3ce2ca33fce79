package org.plenum.management.auth;

import java.util.Set;

/**
 * Somebody who has proven a name with a password, once. What that allows now is for {@link
 * CurrentAccounts} to say.
 */
public sealed interface Identity {
  /** Name as it was entered, case sensitive (SYS-032). */
  String username();

  /** An account of the local database. */
  record Local(String username) implements Identity {}

  /**
   * A user of the directory.
   *
   * @param groups the user's groups, as {@link org.plenum.management.ldap.GroupNames} has them
   * @param revision of the settings with which the directory was asked; others may be about another
   *     directory
   */
  record Directory(String username, Set<String> groups, long revision) implements Identity {
    public Directory {
      groups = Set.copyOf(groups);
    }
  }
}
