package org.plenum.console.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.console.connection.ConnectionException.Problem;
import org.plenum.console.fake.FakeManagement;
import org.plenum.console.fake.FakeSessions;
import org.plenum.model.access.Permissions;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.resource.PlenumResources;

class ConnectorTest {
  @TempDir Path profile;
  private FakeManagement server;
  private Connector connector;
  private final List<CertificateFingerprint> shown = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = new FakeManagement(PlenumResources.catalog());
    connector = new Connector(profile, "test console", Clock.systemUTC());
  }

  @AfterEach
  void stop() throws InterruptedException {
    server.close();
  }

  private Session connect(ServerAddress address, String password)
      throws ConnectionException, InterruptedException {
    return connector.connect(
        address,
        new LoginProof.Password(FakeSessions.USER, password),
        (at, fingerprint) -> {
          shown.add(fingerprint);
          return true;
        });
  }

  private static void assertProblem(Problem problem, ThrowingCallable action) {
    assertThatThrownBy(action)
        .asInstanceOf(type(ConnectionException.class))
        .extracting(ConnectionException::problem)
        .isEqualTo(problem);
  }

  @Test
  void firstConnectionShowsTheFingerprintAndEnrols() throws Exception {
    try (Session session = connect(server.address(), FakeSessions.PASSWORD)) {
      assertThat(session.user().name()).isEqualTo(FakeSessions.USER);
      assertThat(session.user().permissions()).isEqualTo(Permissions.ALL);
      assertThat(session.platformName()).isEqualTo("Test platform");
    }
    assertThat(shown).containsExactly(server.fingerprint());
  }

  @Test
  void laterConnectionsDoNotAskAgain() throws Exception {
    connect(server.address(), FakeSessions.PASSWORD).close();
    connect(server.address(), FakeSessions.PASSWORD).close();
    assertThat(shown).hasSize(1);
  }

  @Test
  void nothingIsSentToAServerThatIsNotConfirmed() {
    assertProblem(
        Problem.NOT_TRUSTED,
        () ->
            connector.connect(
                server.address(),
                new LoginProof.Password(FakeSessions.USER, FakeSessions.PASSWORD),
                (at, print) -> false));
  }

  @Test
  void wrongPasswordIsNamedBeforeAndAfterEnrolment() throws Exception {
    assertProblem(Problem.WRONG_PASSWORD, () -> connect(server.address(), "wrong"));
    connect(server.address(), FakeSessions.PASSWORD).close();
    assertProblem(Problem.WRONG_PASSWORD, () -> connect(server.address(), "wrong"));
  }

  @Test
  void anotherServerAtTheSameAddressIsNoticed() throws Exception {
    connect(server.address(), FakeSessions.PASSWORD).close();
    ServerAddress address = server.address();
    server.close();
    server = new FakeManagement(PlenumResources.catalog(), address.port());
    new KnownServer(profile, address)
        .save(
            new KnownServer.Enrolment(
                new KnownServer(profile, address).enrolment().orElseThrow().credentials(),
                server.grpcPort()));
    assertProblem(Problem.CERTIFICATE_CHANGED, () -> connect(address, FakeSessions.PASSWORD));

    connector.forget(address);
    connect(address, FakeSessions.PASSWORD).close();
    assertThat(shown).hasSize(2);
  }

  @Test
  void nobodyThereIsNamed() throws Exception {
    ServerAddress address = server.address();
    connect(address, FakeSessions.PASSWORD).close();
    server.close();
    assertProblem(Problem.UNREACHABLE, () -> connect(address, FakeSessions.PASSWORD));
    connector.forget(address);
    assertProblem(Problem.UNREACHABLE, () -> connect(address, FakeSessions.PASSWORD));
  }
}
