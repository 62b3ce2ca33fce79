package org.plenum.management.auth;

import java.util.Set;
import org.plenum.model.resource.ClientCertificateMode;

/**
 * Somebody who has proven a name, once. What that allows now is for {@link CurrentAccounts} to say.
 */
public sealed interface Identity {
  /** Name as it was entered or certified, case sensitive (SYS-032). */
  String username();

  /**
   * An account of the local database.
   *
   * @param proof what proof the settings asked for; when they ask for another, this one is void
   */
  record Local(String username, ClientCertificateMode proof) implements Identity {
    /** Somebody who has proven the name with a password. */
    public static Local withPassword(String username) {
      return new Local(username, ClientCertificateMode.NOT_REQUIRED);
    }
  }

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
