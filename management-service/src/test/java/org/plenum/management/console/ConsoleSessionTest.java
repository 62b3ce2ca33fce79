package org.plenum.management.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.auth.Identity;
import org.plenum.management.change.Operation;
import org.plenum.management.console.ConsoleFixture.Console;
import org.plenum.management.testing.StoreFixture;
import org.plenum.management.testing.UserCertificates;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.Values;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.resource.ClientCertificateMode;
import org.plenum.rpc.console.ConsoleConfigurationGrpc;
import org.plenum.rpc.console.ConsoleConfigurationGrpc.ConsoleConfigurationBlockingStub;
import org.plenum.rpc.console.ConsoleSessionGrpc;
import org.plenum.rpc.console.ConsoleSessionGrpc.ConsoleSessionBlockingStub;
import org.plenum.rpc.console.ConsoleStatusGrpc;
import org.plenum.rpc.console.ListRequest;
import org.plenum.rpc.console.LoginReply;
import org.plenum.rpc.console.LoginRequest;
import org.plenum.rpc.console.LoginTerms;
import org.plenum.rpc.console.LoginTermsRequest;
import org.plenum.rpc.console.LogoutRequest;
import org.plenum.rpc.console.RenewCertificateRequest;
import org.plenum.rpc.console.WatchStatusRequest;
import org.plenum.rpc.status.StatusEvent;

class ConsoleSessionTest {
  private static final ListRequest LIST =
      ListRequest.newBuilder().setResource("conference").build();

  @TempDir Path folder;
  private ConsoleFixture fixture;

  @BeforeEach
  void start() {
    fixture = new ConsoleFixture(folder);
  }

  @AfterEach
  void stop() throws InterruptedException {
    fixture.close();
  }

  private static void assertStatus(Status.Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).as(e.toString()).isEqualTo(code));
  }

  private static ConsoleConfigurationBlockingStub configuration(Console console, String token) {
    return ConsoleConfigurationGrpc.newBlockingStub(console.channel())
        .withDeadlineAfter(ConsoleFixture.DEADLINE)
        .withInterceptors(ConsoleFixture.bearer(token));
  }

  private static ConsoleSessionBlockingStub session(Console console, String token) {
    return ConsoleSessionGrpc.newBlockingStub(console.channel())
        .withDeadlineAfter(ConsoleFixture.DEADLINE)
        .withInterceptors(ConsoleFixture.bearer(token));
  }

  private static CompletableFuture<Status> endOfStatusStream(
      Console console, String token, Runnable onFirst) {
    CompletableFuture<Status> ended = new CompletableFuture<>();
    ConsoleStatusGrpc.newStub(console.channel())
        .withInterceptors(ConsoleFixture.bearer(token))
        .watch(
            WatchStatusRequest.getDefaultInstance(),
            new StreamObserver<>() {
              @Override
              public void onNext(StatusEvent event) {
                onFirst.run();
              }

              @Override
              public void onError(Throwable failure) {
                ended.complete(Status.fromThrowable(failure));
              }

              @Override
              public void onCompleted() {
                ended.complete(Status.OK);
              }
            });
    return ended;
  }

  @Test
  @Tag("SYS-135")
  void logsInAndTellsWhoWhereAndWhatToShow() {
    fixture.store.accept(
        Operation.update(
            "global", 1, Values.of(Map.of("logon_banner", "For staff of Example only."))));

    LoginReply reply = fixture.console().login("alice", ConsoleFixture.PASSWORD);

    assertThat(reply.getToken()).hasSize(43);
    assertThat(reply.getUsername()).isEqualTo("alice");
    assertThat(reply.getRolesList()).containsExactly("read-write");
    assertThat(reply.getPlatformName()).isEqualTo("mgr.example.com");
    assertThat(Permissions.of(reply.getPermissionsList())).isEqualTo(Permissions.ALL);
    assertThat(reply.getVersion()).isNotEmpty();
    assertThat(reply.getLoginBanner()).isEqualTo("For staff of Example only.");
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownName() {
    Console console = fixture.console();

    assertStatus(Status.Code.UNAUTHENTICATED, () -> console.login("alice", "wrong"));
    assertStatus(
        Status.Code.UNAUTHENTICATED, () -> console.login("mallory", ConsoleFixture.PASSWORD));
  }

  @Test
  @Tag("SYS-054")
  void takesATicketOnceInPlaceOfAPassword() {
    Console console = fixture.console();
    String ticket = fixture.tickets.issue(Identity.Local.withPassword("bob"));

    LoginReply reply = console.login(LoginRequest.newBuilder().setTicket(ticket));

    assertThat(reply.getUsername()).isEqualTo("bob");
    assertThat(reply.getRolesList()).containsExactly("read-only");
    assertStatus(
        Status.Code.UNAUTHENTICATED,
        () -> console.login(LoginRequest.newBuilder().setTicket(ticket)));
    assertStatus(
        Status.Code.UNAUTHENTICATED,
        () -> console.login(LoginRequest.newBuilder().setTicket("guessed")));
  }

  @Test
  @Tag("SYS-054")
  void takesNoTicketThatIsOldOrOfNobody() {
    Console console = fixture.console();
    String old = fixture.tickets.issue(Identity.Local.withPassword("bob"));
    fixture.store.setTime(StoreFixture.START.plus(Duration.ofSeconds(61)));
    String nobody = fixture.tickets.issue(Identity.Local.withPassword("nobody"));

    assertStatus(
        Status.Code.UNAUTHENTICATED, () -> console.login(LoginRequest.newBuilder().setTicket(old)));
    assertStatus(
        Status.Code.UNAUTHENTICATED,
        () -> console.login(LoginRequest.newBuilder().setTicket(nobody)));
  }

  @Test
  @Tag("SYS-034")
  void endsSessionsOfPasswordsWhenCertificatesAreRequired() {
    Console console = fixture.console();
    ConsoleConfigurationBlockingStub alice = console.as("alice");
    assertThat(terms(console).getCertificateRequired()).isFalse();
    fixture.store.create(
        "ca_certificate", Map.of("certificate", new UserCertificates().authority()));

    fixture.store.accept(
        Operation.update(
            "authentication",
            1,
            Values.of(
                Map.of(
                    "source",
                    "LDAP+LOCAL",
                    "client_certificate",
                    "CN",
                    "ldap_server",
                    "ldap.example.com",
                    "ldap_base_dn",
                    "dc=example,dc=com"))));

    assertThat(terms(console).getCertificateRequired()).isTrue();
    assertThat(terms(console).getHttpsFingerprint()).hasSize(95);
    assertStatus(Status.Code.UNAUTHENTICATED, () -> alice.list(LIST));
    assertStatus(
        Status.Code.FAILED_PRECONDITION, () -> console.login("alice", ConsoleFixture.PASSWORD));
    String ticket =
        fixture.tickets.issue(new Identity.Local("alice", ClientCertificateMode.COMMON_NAME));
    String token = console.login(LoginRequest.newBuilder().setTicket(ticket)).getToken();
    assertThat(configuration(console, token).list(LIST)).isNotNull();
  }

  private static LoginTerms terms(Console console) {
    return ConsoleSessionGrpc.newBlockingStub(console.channel())
        .withDeadlineAfter(ConsoleFixture.DEADLINE)
        .getLoginTerms(LoginTermsRequest.getDefaultInstance());
  }

  @Test
  void slowsDownWhoGuesses() {
    Console console = fixture.console();
    for (int i = 0; i < 6; i++) {
      assertStatus(Status.Code.UNAUTHENTICATED, () -> console.login("alice", "wrong"));
    }

    assertStatus(
        Status.Code.RESOURCE_EXHAUSTED, () -> console.login("alice", ConsoleFixture.PASSWORD));
    fixture.store.setTime(StoreFixture.START.plus(Duration.ofMinutes(2)));
    assertThat(console.login("alice", ConsoleFixture.PASSWORD).getToken()).isNotEmpty();
  }

  @Test
  void everyOtherCallNeedsAToken() {
    Console console = fixture.console();

    assertStatus(
        Status.Code.UNAUTHENTICATED,
        () ->
            ConsoleConfigurationGrpc.newBlockingStub(console.channel())
                .withDeadlineAfter(ConsoleFixture.DEADLINE)
                .list(LIST));
    assertStatus(
        Status.Code.UNAUTHENTICATED, () -> configuration(console, "no such token").list(LIST));
  }

  @Test
  void aTokenIsWorthNothingAtAnotherConsole() {
    String token = fixture.console().login("alice", ConsoleFixture.PASSWORD).getToken();

    assertStatus(
        Status.Code.UNAUTHENTICATED, () -> configuration(fixture.console(), token).list(LIST));
  }

  @Test
  void aSessionEndsWithTheLogOut() throws Exception {
    Console console = fixture.console();
    String token = console.login("alice", ConsoleFixture.PASSWORD).getToken();
    CompletableFuture<Void> watching = new CompletableFuture<>();
    CompletableFuture<Status> stream =
        endOfStatusStream(console, token, () -> watching.complete(null));
    watching.get(10, TimeUnit.SECONDS);

    session(console, token).logout(LogoutRequest.getDefaultInstance());

    assertStatus(Status.Code.UNAUTHENTICATED, () -> configuration(console, token).list(LIST));
    await().until(stream::isDone);
    assertThat(stream.join().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    await().until(() -> fixture.board.feed().watchers() == 0);
  }

  @Test
  @Tag("SYS-136")
  @Tag("PLAT-167")
  void aSessionEndsWhenNothingIsDoneInIt() {
    Console console = fixture.console();
    String token = console.login("alice", ConsoleFixture.PASSWORD).getToken();
    CompletableFuture<Status> stream = endOfStatusStream(console, token, () -> {});

    fixture.store.setTime(StoreFixture.START.plus(Duration.ofMinutes(29)));
    configuration(console, token).list(LIST);
    fixture.store.setTime(StoreFixture.START.plus(Duration.ofMinutes(58)));
    configuration(console, token).list(LIST);
    fixture.store.setTime(StoreFixture.START.plus(Duration.ofMinutes(89)));

    assertStatus(Status.Code.UNAUTHENTICATED, () -> configuration(console, token).list(LIST));
    await().until(stream::isDone);
    assertThat(stream.join().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
  }

  @Test
  @Tag("SYS-136")
  void theTimeoutIsConfiguredAndBackgroundWorkIsNoActivity() {
    fixture.store.accept(
        Operation.update("global", 1, Values.of(Map.of("management_session_timeout", 5L))));
    Console console = fixture.console();
    String token = console.login("alice", ConsoleFixture.PASSWORD).getToken();

    fixture.store.setTime(StoreFixture.START.plus(Duration.ofMinutes(4)));
    configuration(console, token)
        .withInterceptors(ConsoleFixture.headers(Map.of("plenum-background", "reload")))
        .list(LIST);
    fixture.store.setTime(StoreFixture.START.plus(Duration.ofMinutes(6)));

    assertStatus(Status.Code.UNAUTHENTICATED, () -> configuration(console, token).list(LIST));
  }

  @Test
  void refusesConsolesOfOtherPlatforms() {
    CertificateAuthority other =
        CertificateAuthority.create("Other platform", InstantSource.system());
    Credentials credentials =
        other.issueWithNewKey(new PlatformIdentity.Console(UUID.randomUUID()), SubjectNames.NONE);

    assertStatus(
        Status.Code.UNAVAILABLE,
        () -> fixture.console(credentials).login("alice", ConsoleFixture.PASSWORD));
  }

  @Test
  @Tag("INST-164")
  void refusesConsolesThatAreNoMembers() {
    Credentials unknown = fixture.unknownMember(new PlatformIdentity.Console(UUID.randomUUID()));
    Credentials node = fixture.unknownMember(new PlatformIdentity.Node(1));

    assertStatus(
        Status.Code.UNAVAILABLE,
        () -> fixture.console(unknown).login("alice", ConsoleFixture.PASSWORD));
    assertStatus(
        Status.Code.UNAVAILABLE,
        () -> fixture.console(node).login("alice", ConsoleFixture.PASSWORD));
  }

  @Test
  void renewsTheCertificateOfAConsole() {
    Console console = fixture.console();
    String token = console.login("alice", ConsoleFixture.PASSWORD).getToken();
    KeyPair keys = KeyType.EC_P256.generate();

    String chain =
        session(console, token)
            .renewCertificate(
                RenewCertificateRequest.newBuilder()
                    .setCsrPem(CertificateRequest.create(keys, "console").pem())
                    .build())
            .getChainPem();

    Credentials renewed = new Credentials(keys.getPrivate(), PemBundle.parse(chain).certificates());
    assertThat(fixture.console(renewed).login("bob", ConsoleFixture.PASSWORD).getRolesList())
        .containsExactly("read-only");
  }

  @Test
  void namesAnUnusableCertificateRequest() {
    Console console = fixture.console();
    String token = console.login("alice", ConsoleFixture.PASSWORD).getToken();

    assertThatThrownBy(
            () ->
                session(console, token)
                    .renewCertificate(
                        RenewCertificateRequest.newBuilder().setCsrPem("nonsense").build()))
        .hasMessageContaining("INVALID_ARGUMENT: csr_pem: not a certificate request");
  }
}
