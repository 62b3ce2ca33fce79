package org.plenum.management.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.DerivedFields;
import org.plenum.management.change.Operation;
import org.plenum.management.change.ServerContact;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.DataFolder;
import org.plenum.management.store.Database;
import org.plenum.management.store.SecretCipher;
import org.plenum.model.config.Values;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import org.plenum.model.resource.AuthenticationSource;
import org.plenum.model.resource.ClientCertificateMode;
import org.plenum.model.resource.PlenumResources;

/**
 * Lets administrators in again who have locked themselves out (DIAG-561 to DIAG-563): changes how
 * they log in, in the data folder of a service that does not run. No server is contacted, since one
 * that is away may be the reason.
 */
public final class AccessRecovery {
  private static final String DATABASE = "plenum.db";

  private final Path folder;
  private final InstantSource clock;

  public AccessRecovery(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Lets local accounts in again, and nobody else; certificates are not asked for, since they
   * belong to users of the directory.
   *
   * @throws StartupException saying why it is not possible
   */
  public void useLocalAccounts() {
    change(
        Map.of(
            "source",
            AuthenticationSource.LOCAL.wire(),
            "client_certificate",
            ClientCertificateMode.NOT_REQUIRED.wire()));
  }

  /**
   * Lets local accounts in again, besides users of the directory.
   *
   * @throws StartupException saying why it is not possible
   */
  public void useLocalAccountsToo() {
    change(Map.of("source", AuthenticationSource.LDAP_AND_LOCAL.wire()));
  }

  /**
   * Takes passwords again in place of certificates.
   *
   * @throws StartupException saying why it is not possible
   */
  public void usePasswords() {
    change(Map.of("client_certificate", ClientCertificateMode.NOT_REQUIRED.wire()));
  }

  private void change(Map<String, Object> settings) {
    if (!Files.exists(folder.resolve(DATABASE))) {
      throw new StartupException(
          ExitCode.DATA_UNUSABLE,
          "The folder %s does not have the data of a management service.".formatted(folder));
    }
    try (DataFolder data = DataFolder.open(folder);
        Database database = Database.open(data.resolve(DATABASE))) {
      ConfigurationStore store =
          ConfigurationStore.open(
              database,
              PlenumResources.catalog(),
              SecretCipher.withKeyIn(data.resolve("secrets.key")),
              clock);
      change(
          new ChangeSets(store, DerivedFields.ofPlatform(), ServerContact.NONE, clock), settings);
    }
  }

  private static void change(ChangeSets changeSets, Map<String, Object> settings) {
    ChangeResult result =
        changeSets.apply(
            "authset",
            ChangeSource.SETUP,
            List.of(Operation.update("authentication", 1, Values.of(settings))));
    if (result instanceof ChangeResult.Rejected rejected) {
      throw new StartupException(
          ExitCode.FAILED,
          String.join(System.lineSeparator(), rejected.sentences(index -> "user authentication")));
    }
  }
}
