package org.plenum.management.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.Operation;
import org.plenum.management.store.DataFolder;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.management.testing.UserCertificates;
import org.plenum.model.config.Values;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

class AccessRecoveryTest {
  @TempDir Path folder;
  private AccessRecovery recovery;

  @BeforeEach
  void lockEverybodyOut() {
    try (StoreFixture store = new StoreFixture(folder)) {
      new InitialConfiguration(store.store(), store.changeSets()).ensure(ServiceFixture.NETWORK);
      store.create("ca_certificate", Map.of("certificate", new UserCertificates().authority()));
      store.accept(
          Operation.update(
              "authentication",
              1,
              Values.of(
                  Map.of(
                      "source",
                      "LDAP",
                      "client_certificate",
                      "CN",
                      "ldap_server",
                      "gone.example.com",
                      "ldap_base_dn",
                      "dc=example,dc=com"))));
    }
    recovery = new AccessRecovery(folder, InstantSource.system());
  }

  private void assertLogins(String source, String certificate) {
    try (StoreFixture store = new StoreFixture(folder)) {
      Values values = store.get("authentication", 1).values();
      assertThat(values.text("source")).isEqualTo(source);
      assertThat(values.text("client_certificate")).isEqualTo(certificate);
      assertThat(values.text("ldap_server")).as("for later").isEqualTo("gone.example.com");
    }
  }

  @Test
  @Tag("DIAG-561")
  void letsLocalAccountsAloneIn() {
    recovery.useLocalAccounts();

    assertLogins("LOCAL", "NO");
  }

  @Test
  @Tag("DIAG-562")
  void letsLocalAccountsInBesidesTheDirectory() {
    recovery.useLocalAccountsToo();

    assertLogins("LDAP+LOCAL", "CN");
  }

  @Test
  @Tag("DIAG-563")
  void takesPasswordsAgain() {
    recovery.usePasswords();
    recovery.usePasswords();

    assertLogins("LDAP", "NO");
  }

  @Test
  void leavesARunningServiceAlone() {
    try (DataFolder running = DataFolder.open(folder)) {
      assertThat(running.path()).isNotNull();
      assertThatThrownBy(() -> recovery.usePasswords())
          .isInstanceOf(StartupException.class)
          .hasMessageContaining("in use");
    }
    assertLogins("LDAP", "CN");
  }

  @Test
  void makesNoFolder() {
    Path elsewhere = folder.resolve("elsewhere");

    assertThatThrownBy(() -> new AccessRecovery(elsewhere, InstantSource.system()).usePasswords())
        .isInstanceOfSatisfying(
            StartupException.class,
            e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA_UNUSABLE));
    assertThat(elsewhere).doesNotExist();
  }
}
