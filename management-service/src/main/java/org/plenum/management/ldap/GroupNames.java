package org.plenum.management.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Optional;

/** Distinguished names in one spelling, so that they can be compared: case and spaces vary. */
public final class GroupNames {
  private GroupNames() {}

  /** The name in the common spelling; empty if it is none. */
  public static Optional<String> normalised(String dn) {
    try {
      return Optional.of(DN.normalize(dn));
    } catch (LDAPException e) {
      return Optional.empty();
    }
  }
}
