package org.plenum.management.ldap;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.DIGESTMD5BindRequest;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.SimpleBindRequest;

/**
 * How names and passwords are proven to a server: the password itself travels only where it is
 * encrypted, and only for names that a simple bind takes; all else is DIGEST-MD5 (SYS-036).
 */
final class BindRequests {
  private BindRequests() {}

  /**
   * For an account in any of the usual forms (SYS-037): a name, a distinguished name, {@code
   * DOMAIN\name} or {@code name@domain}.
   */
  static BindRequest account(String name, String password, ServerTarget target) {
    int domain = name.indexOf('\\');
    boolean simple = domain >= 0 || name.indexOf('@') >= 0 || DN.isValidDN(name);
    if (simple && target.encrypted()) {
      return new SimpleBindRequest(name, password);
    }
    return new DIGESTMD5BindRequest(
        DN.isValidDN(name) ? name : name.substring(domain + 1), password);
  }

  /**
   * For a user whose record was found.
   *
   * @param username what the user entered; directories know no other name for DIGEST-MD5
   */
  static BindRequest user(String dn, String username, String password, ServerTarget target) {
    return target.encrypted()
        ? new SimpleBindRequest(dn, password)
        : new DIGESTMD5BindRequest(username, password);
  }
}
