package org.plenum.management;

import java.time.InstantSource;
import java.util.function.Function;
import org.plenum.management.auth.Accounts;
import org.plenum.management.auth.AdministratorCertificates;
import org.plenum.management.auth.AuthenticationSettings;
import org.plenum.management.auth.Authenticator;
import org.plenum.management.auth.CurrentAccounts;
import org.plenum.management.auth.DirectoryIdentities;
import org.plenum.management.auth.LocalPasswords;
import org.plenum.management.certificate.TrustedAuthorities;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.DerivedFields;
import org.plenum.management.ldap.DirectoryConnector;
import org.plenum.management.ldap.DirectoryContact;
import org.plenum.management.ldap.DirectoryUsers;
import org.plenum.management.setup.AdministratorSetup;
import org.plenum.management.setup.Deployment;
import org.plenum.management.setup.InitialConfiguration;
import org.plenum.management.setup.PlatformKeys;
import org.plenum.management.setup.PreconfiguredThemes;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.DataFolder;
import org.plenum.management.store.Database;
import org.plenum.management.store.SecretCipher;
import org.plenum.management.theme.Themes;
import org.plenum.model.resource.PlenumResources;

/**
 * Everything behind the listeners: the data folder, the configuration, the accounts and the
 * platform's keys. Safe for several threads.
 *
 * @param deployment which deployment of the platform this is
 * @param database tables of the platform
 * @param store configuration objects
 * @param changeSets the door through which configuration is changed
 * @param themes files of themes
 * @param directories connects to the directories that the configuration names
 * @param accounts local administrator accounts
 * @param currentAccounts what those who have logged in may do
 * @param authenticator checks who logs in
 * @param keys certificate authority and own credentials
 */
public record ManagementCore(
    DataFolder folder,
    Deployment deployment,
    Database database,
    ConfigurationStore store,
    ChangeSets changeSets,
    Themes themes,
    DirectoryConnector directories,
    Accounts accounts,
    CurrentAccounts currentAccounts,
    Authenticator authenticator,
    PlatformKeys keys)
    implements AutoCloseable {

  /**
   * Opens the data folder; at the first start, makes what a platform needs.
   *
   * @param directories connects to the directories that the configuration names
   * @throws org.plenum.model.process.StartupException saying in one sentence what is in the way
   */
  public static ManagementCore open(
      ManagementConfig config,
      InstantSource clock,
      Function<ConfigurationStore, DirectoryConnector> directories) {
    DataFolder folder = DataFolder.open(config.dataFolder());
    try {
      SecretCipher cipher = SecretCipher.withKeyIn(folder.resolve("secrets.key"));
      Database database = Database.open(folder.resolve("plenum.db"));
      try {
        return open(config, clock, directories, folder, database, cipher);
      } catch (RuntimeException | Error e) {
        database.close();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      folder.close();
      throw e;
    }
  }

  private static ManagementCore open(
      ManagementConfig config,
      InstantSource clock,
      Function<ConfigurationStore, DirectoryConnector> directories,
      DataFolder folder,
      Database database,
      SecretCipher cipher) {
    Deployment deployment = Deployment.open(database, clock);
    ConfigurationStore store =
        ConfigurationStore.open(database, PlenumResources.catalog(), cipher, clock);
    DirectoryConnector connector = directories.apply(store);
    ChangeSets changeSets =
        new ChangeSets(store, DerivedFields.ofPlatform(), new DirectoryContact(connector), clock);
    Accounts accounts = new Accounts(database, clock);
    LocalPasswords passwords = new LocalPasswords(accounts);
    AuthenticationSettings settings = new AuthenticationSettings(store);
    DirectoryIdentities identities = new DirectoryIdentities(new DirectoryUsers(connector, clock));
    CurrentAccounts currentAccounts = new CurrentAccounts(accounts, settings, store);
    new AdministratorSetup(accounts, passwords).ensure(config.administrator());
    new InitialConfiguration(store, changeSets).ensure(config.network());
    Themes themes = new Themes(store, database, clock);
    new PreconfiguredThemes(store, changeSets, themes).ensure();
    PlatformKeys keys = PlatformKeys.open(folder, config.network().subjectNames(), clock);
    return new ManagementCore(
        folder,
        deployment,
        database,
        store,
        changeSets,
        themes,
        connector,
        accounts,
        currentAccounts,
        new Authenticator(
            settings,
            passwords,
            identities,
            new AdministratorCertificates(
                TrustedAuthorities.added(store), accounts, identities, clock),
            currentAccounts,
            clock),
        keys);
  }

  @Override
  public void close() {
    database.close();
    folder.close();
  }
}
