package org.plenum.management.testing;

import java.util.List;
import org.plenum.management.auth.Accounts;
import org.plenum.management.auth.AdministratorCertificates;
import org.plenum.management.auth.AuthenticationSettings;
import org.plenum.management.auth.Authenticator;
import org.plenum.management.auth.CurrentAccounts;
import org.plenum.management.auth.DirectoryIdentities;
import org.plenum.management.auth.LocalPasswords;
import org.plenum.management.certificate.TrustedAuthorities;
import org.plenum.management.ldap.DirectoryConnector;
import org.plenum.management.ldap.DirectoryTrust;
import org.plenum.management.ldap.DirectoryUsers;
import org.plenum.management.ldap.ServerConnector;
import org.plenum.management.ldap.ServiceLookup;

/**
 * The log-in over a store.
 *
 * @param directories connects to directories
 * @param accounts local accounts
 * @param current what those who have logged in may do
 */
public record LoginFixture(
    DirectoryConnector directories,
    Accounts accounts,
    CurrentAccounts current,
    Authenticator authenticator) {
  /** In a network without directories. */
  public static LoginFixture of(StoreFixture store) {
    return of(store, name -> List.of());
  }

  /** With directories that are found like this. */
  public static LoginFixture of(StoreFixture store, ServiceLookup lookup) {
    DirectoryConnector connector = new ServerConnector(new DirectoryTrust(store.store()), lookup);
    Accounts accounts = new Accounts(store.database(), store.clock());
    AuthenticationSettings settings = new AuthenticationSettings(store.store());
    CurrentAccounts current = new CurrentAccounts(accounts, settings, store.store());
    DirectoryIdentities identities =
        new DirectoryIdentities(new DirectoryUsers(connector, store.clock()));
    return new LoginFixture(
        connector,
        accounts,
        current,
        new Authenticator(
            settings,
            new LocalPasswords(accounts),
            identities,
            new AdministratorCertificates(
                TrustedAuthorities.added(store.store()), accounts, identities, store.clock()),
            current,
            store.clock()));
  }
}
