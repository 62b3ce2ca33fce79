package org.plenum.management.console;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import org.plenum.management.auth.Account;
import org.plenum.management.auth.Authenticator;
import org.plenum.management.auth.CurrentAccounts;
import org.plenum.management.auth.Login;
import org.plenum.management.auth.Proof;
import org.plenum.management.enrolment.ConsoleEnrolment;
import org.plenum.management.session.LoginTickets;
import org.plenum.management.session.SessionSettings;
import org.plenum.management.session.Sessions;
import org.plenum.model.access.Permission;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.CertificateRequestException;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.process.ProductVersion;
import org.plenum.rpc.console.ConsoleSessionGrpc;
import org.plenum.rpc.console.LoginReply;
import org.plenum.rpc.console.LoginRequest;
import org.plenum.rpc.console.LoginTerms;
import org.plenum.rpc.console.LoginTermsRequest;
import org.plenum.rpc.console.LogoutReply;
import org.plenum.rpc.console.LogoutRequest;
import org.plenum.rpc.console.RenewCertificateReply;
import org.plenum.rpc.console.RenewCertificateRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Log-in, log-out and the console's own certificate. */
final class ConsoleSessionService extends ConsoleSessionGrpc.ConsoleSessionImplBase {
  private static final Logger log = LoggerFactory.getLogger(ConsoleSessionService.class);

  /** Says the same whatever the cause (SYS-055). */
  private static final Status WRONG =
      Status.UNAUTHENTICATED.withDescription("The user name or the password is wrong.");

  private static final Status NO_PASSWORDS =
      Status.FAILED_PRECONDITION.withDescription("A client certificate is required.");

  private final Authenticator authenticator;
  private final CurrentAccounts accounts;
  private final LoginTickets tickets;
  private final ReloadableKeyManager https;
  private final Sessions sessions;
  private final SessionSettings settings;
  private final ConsoleEnrolment consoles;

  /**
   * @param accounts what those who have proven who they are may do
   * @param tickets what was proven over HTTPS
   * @param https what the HTTPS listener presents
   */
  ConsoleSessionService(
      Authenticator authenticator,
      CurrentAccounts accounts,
      LoginTickets tickets,
      ReloadableKeyManager https,
      Sessions sessions,
      SessionSettings settings,
      ConsoleEnrolment consoles) {
    this.authenticator = authenticator;
    this.accounts = accounts;
    this.tickets = tickets;
    this.https = https;
    this.sessions = sessions;
    this.settings = settings;
    this.consoles = consoles;
  }

  @Override
  public void getLoginTerms(LoginTermsRequest request, StreamObserver<LoginTerms> answer) {
    answer.onNext(
        LoginTerms.newBuilder()
            .setCertificateRequired(authenticator.requiresCertificate())
            .setHttpsFingerprint(CertificateFingerprint.of(https.current().certificate()).value())
            .build());
    answer.onCompleted();
  }

  @Override
  public void login(LoginRequest request, StreamObserver<LoginReply> answer) {
    answer.onNext(login(request, Caller.current()));
    answer.onCompleted();
  }

  private LoginReply login(LoginRequest request, Caller caller) {
    if (!request.getTicket().isEmpty()) {
      return opened(withTicket(request.getTicket()), caller);
    }
    if (authenticator.requiresCertificate()) {
      throw NO_PASSWORDS.asRuntimeException();
    }
    Login login =
        authenticator.authenticate(
            new Proof.Password(request.getUsername(), request.getPassword()),
            caller.address(),
            Permission.MAY_USE_WEB_INTERFACE);
    return switch (login) {
      case Login.Granted granted -> opened(granted.account(), caller);
      case Login.Refused() -> throw WRONG.asRuntimeException();
      case Login.TryLater later ->
          throw Status.RESOURCE_EXHAUSTED
              .withDescription(
                  "Too many attempts to log in; try again in %d s."
                      .formatted(later.retryAfter().plusMillis(999).toSeconds()))
              .asRuntimeException();
    };
  }

  private Account withTicket(String ticket) {
    return tickets
        .redeem(ticket)
        .flatMap(accounts::of)
        .filter(account -> account.mayEnter(Permission.MAY_USE_WEB_INTERFACE))
        .orElseThrow(WRONG::asRuntimeException);
  }

  private LoginReply opened(Account account, Caller caller) {
    Sessions.Opened opened = sessions.open(account.identity(), caller.console());
    log.info(
        "{} logged in at console {} from {}",
        account.username(),
        caller.console(),
        caller.address());
    return LoginReply.newBuilder()
        .setToken(opened.token())
        .setUsername(account.username())
        .addAllRoles(account.roles())
        .addAllPermissions(account.permissions().codenames())
        .setPlatformName(settings.platformName())
        .setVersion(ProductVersion.current())
        .setLoginBanner(settings.loginBanner())
        .build();
  }

  @Override
  public void logout(LogoutRequest request, StreamObserver<LogoutReply> answer) {
    Caller caller = Caller.current();
    answer.onNext(LogoutReply.getDefaultInstance());
    answer.onCompleted();
    sessions.end(caller.loggedIn());
    log.info("{} logged out at console {}", caller.username(), caller.console());
  }

  @Override
  public void renewCertificate(
      RenewCertificateRequest request, StreamObserver<RenewCertificateReply> answer) {
    CertificateRequest csr;
    try {
      csr = CertificateRequest.parse(request.getCsrPem());
    } catch (CertificateRequestException e) {
      throw Status.INVALID_ARGUMENT
          .withDescription("csr_pem: " + e.getMessage())
          .asRuntimeException();
    }
    answer.onNext(
        RenewCertificateReply.newBuilder()
            .setChainPem(PemText.of(consoles.renew(Caller.current().console(), csr)))
            .build());
    answer.onCompleted();
  }
}
