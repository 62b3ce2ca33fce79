package org.plenum.management.ldap;

import org.plenum.model.resource.Authentication;
import org.plenum.model.resource.LdapSyncSource;

/**
 * How to reach a directory (SYS-035 to SYS-039, SVC-214 to SVC-219).
 *
 * @param server domain, host name or IP address
 * @param globalCatalog whether the global catalog of Active Directory is asked
 * @param permitNoTls whether to go on without encryption where TLS is not possible
 * @param bindUsername account that searches; empty: nobody logs in, the directory is public
 * @param bindPassword password of that account
 * @param baseDn where the directory begins
 */
public record DirectorySettings(
    String server,
    boolean globalCatalog,
    boolean permitNoTls,
    String bindUsername,
    String bindPassword,
    String baseDn) {
  /** The directory of the administrators. */
  public static DirectorySettings of(Authentication source) {
    return new DirectorySettings(
        source.ldapServer(),
        source.ldapUseGlobalCatalog(),
        source.ldapPermitNoTls(),
        source.ldapBindUsername(),
        source.ldapBindPassword(),
        source.ldapBaseDn());
  }

  /** A directory from which services and devices are made. */
  public static DirectorySettings of(LdapSyncSource source) {
    return new DirectorySettings(
        source.ldapServer(),
        source.ldapUseGlobalCatalog(),
        source.ldapPermitNoTls(),
        source.ldapBindUsername(),
        source.ldapBindPassword(),
        source.ldapBaseDn());
  }

  /** The complete name of a place that is given relative to the base. */
  String below(String relativeDn) {
    return relativeDn.isEmpty() ? baseDn : relativeDn + "," + baseDn;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "DirectorySettings[server=" + server + ", baseDn=" + baseDn + "]";
  }
}
