package org.plenum.management.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.management.ldap.DirectoryException.Problem;
import org.plenum.management.ldap.ServiceLookup.Service;
import org.plenum.management.testing.StoreFixture;
import org.plenum.management.testing.TestDirectory;

class ServerConnectorTest {
  @TempDir Path folder;
  private StoreFixture store;
  private TestDirectory directory;

  @BeforeEach
  void start() {
    store = new StoreFixture(folder);
    directory = new TestDirectory();
  }

  @AfterEach
  void stop() {
    directory.close();
    store.close();
  }

  private void trust(TestDirectory trusted) {
    store.create("ca_certificate", Map.of("certificate", trusted.certificate()));
  }

  private static DirectorySettings settings(String server, String password) {
    return new DirectorySettings(
        server, false, false, TestDirectory.READER, password, TestDirectory.BASE);
  }

  private DirectoryConnection connect(TestDirectory to, DirectorySettings settings)
      throws DirectoryException {
    return connector(to.lookup()).connect(settings);
  }

  private ServerConnector connector(ServiceLookup lookup) {
    return new ServerConnector(new DirectoryTrust(store.store()), lookup);
  }

  private static void assertProblem(Throwable failure, Problem problem) {
    assertThat(failure)
        .isInstanceOfSatisfying(
            DirectoryException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {TestDirectory.SECURE, TestDirectory.ON_REQUEST})
  @Tag("SYS-048")
  @Tag("SVC-221")
  @Tag("DIAG-549")
  void trustsServersWhoseAuthorityWasUploaded(String server) throws DirectoryException {
    DirectorySettings settings = settings(server, TestDirectory.READER_PASSWORD);
    assertThatThrownBy(() -> connect(directory, settings))
        .hasMessageContaining("is not trusted")
        .satisfies(failure -> assertProblem(failure, Problem.UNTRUSTED));

    trust(directory);

    try (DirectoryConnection connection = connect(directory, settings)) {
      assertThat(connection.search(TestDirectory.BASE, "(objectClass=*)", 10, "1.1")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {TestDirectory.SECURE, TestDirectory.ON_REQUEST})
  @Tag("SYS-048")
  void refusesACertificateForAnotherName(String server) {
    try (TestDirectory other = new TestDirectory("ldap.example.com")) {
      trust(other);

      assertThatThrownBy(() -> connect(other, settings(server, TestDirectory.READER_PASSWORD)))
          .hasMessage("The certificate of the LDAP server is not for the name localhost.")
          .satisfies(failure -> assertProblem(failure, Problem.WRONG_NAME));
    }
  }

  @Test
  @Tag("DIAG-555")
  void saysThatTheAccountIsWrong() {
    trust(directory);

    assertThatThrownBy(() -> connect(directory, settings(TestDirectory.SECURE, "wrong")))
        .satisfies(failure -> assertProblem(failure, Problem.BIND_REFUSED));
  }

  @Test
  @Tag("DIAG-553")
  void saysThatNobodyAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ServiceLookup lookup = name -> List.of(new Service("localhost", silent.getLocalPort()));
      silent.close();

      assertThatThrownBy(
              () -> connector(lookup).connect(settings("nowhere.invalid", "any password")))
          .satisfies(failure -> assertProblem(failure, Problem.UNREACHABLE));
    }
  }

  @Test
  void doesNotWaitForEverForAServerThatSaysNothing() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      ServiceLookup lookup = name -> List.of(new Service("localhost", silent.getLocalPort()));
      ServerConnector impatient =
          new ServerConnector(new DirectoryTrust(store.store()), lookup, Duration.ofMillis(300));

      assertThatThrownBy(() -> impatient.connect(settings("nowhere.invalid", "any password")))
          .satisfies(failure -> assertProblem(failure, Problem.UNREACHABLE));
    }
  }

  @Test
  @Tag("SYS-036")
  void neverSendsThePasswordInTheClear() {
    DirectorySettings plain =
        new DirectorySettings(
            TestDirectory.ON_REQUEST,
            false,
            true,
            TestDirectory.READER,
            TestDirectory.READER_PASSWORD,
            TestDirectory.BASE);

    // The certificate is not trusted, and this server does not know DIGEST-MD5: nothing is left.
    assertThatThrownBy(() -> connect(directory, plain)).isInstanceOf(DirectoryException.class);
    assertThat(directory.simpleBinds()).isEmpty();
  }
}
