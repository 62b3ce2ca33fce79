package org.plenum.console.login;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.plenum.console.concurrent.Task;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.connection.ConnectionException;
import org.plenum.console.connection.ConnectionException.Problem;
import org.plenum.console.connection.Connector;
import org.plenum.console.connection.LoginProof;
import org.plenum.console.connection.ServerAddress;
import org.plenum.console.connection.Session;
import org.plenum.console.i18n.Messages;
import org.plenum.console.settings.Settings;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.pki.Pkcs12Exception;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** State of the log-in window. */
public final class LoginViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(LoginViewModel.class);

  private final Connector connector;
  private final Settings settings;
  private final TaskExecutor tasks;
  private final Messages messages;
  private final Consumer<Session> onSession;

  private final StringProperty server = new SimpleStringProperty("");
  private final StringProperty username = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final BooleanProperty byCertificate = new SimpleBooleanProperty();
  private final StringProperty certificateFile = new SimpleStringProperty("");
  private final StringProperty filePassword = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper trustLost = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<FingerprintQuestion>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Task attempt = Task.DONE;

  /**
   * A window that is not filled in, but for what is remembered.
   *
   * @param onSession gets the session when the log-in succeeds
   */
  public LoginViewModel(
      Connector connector,
      Settings settings,
      TaskExecutor tasks,
      Messages messages,
      Consumer<Session> onSession) {
    this.connector = connector;
    this.settings = settings;
    this.tasks = tasks;
    this.messages = messages;
    this.onSession = onSession;
    recentServers().stream().findFirst().ifPresent(server::set);
    username.set(settings.get().lastUser());
    certificateFile.set(settings.get().certificateFile());
    byCertificate.set(!certificateFile.get().isEmpty());
  }

  /** Address of the server. */
  public StringProperty serverProperty() {
    return server;
  }

  /** User name. */
  public StringProperty usernameProperty() {
    return username;
  }

  /** Password; forgotten when the log-in has succeeded. */
  public StringProperty passwordProperty() {
    return password;
  }

  /** Whether a certificate is shown in place of a password (SYS-054). */
  public BooleanProperty byCertificateProperty() {
    return byCertificate;
  }

  /** PKCS #12 file with the administrator's certificate and key. */
  public StringProperty certificateFileProperty() {
    return certificateFile;
  }

  /** Password of that file; forgotten when the log-in has succeeded. */
  public StringProperty filePasswordProperty() {
    return filePassword;
  }

  /** Whether a log-in is under way. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What went wrong, for people; empty when nothing did. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the problem is that server and console no longer trust each other. */
  public ReadOnlyBooleanProperty trustLostProperty() {
    return trustLost.getReadOnlyProperty();
  }

  /** What the administrator has to decide before the log-in can go on. */
  public ReadOnlyObjectProperty<Optional<FingerprintQuestion>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** Whether everything is filled in. */
  public BooleanBinding completeBinding() {
    return Bindings.createBooleanBinding(
        () -> !server.get().isBlank() && isProofComplete(),
        server,
        username,
        password,
        byCertificate,
        certificateFile);
  }

  /** A file may be open to all, without a password. */
  private boolean isProofComplete() {
    return byCertificate.get()
        ? !certificateFile.get().isBlank()
        : !username.get().isBlank() && !password.get().isEmpty();
  }

  /** Servers of earlier log-ins. */
  public List<String> recentServers() {
    return settings.get().recentServers();
  }

  /** Tries to log in. */
  public void login() {
    if (busy.get() || !completeBinding().get()) {
      return;
    }
    problem.set("");
    trustLost.set(false);
    ServerAddress address;
    try {
      address = ServerAddress.parse(server.get());
    } catch (IllegalArgumentException e) {
      problem.set(messages.get("login.problem.address"));
      return;
    }
    busy.set(true);
    Callable<LoginProof> proof = proof();
    attempt =
        tasks.run(
            () -> connector.connect(address, proof.call(), this::ask),
            session -> loggedIn(address, session),
            failure -> failed(address, failure));
  }

  /** What is filled in now; opening a file takes a while and may fail. */
  private Callable<LoginProof> proof() {
    if (byCertificate.get()) {
      String file = certificateFile.get().strip();
      String secret = filePassword.get();
      return () -> LoginProof.Certificate.read(Path.of(file), secret);
    }
    LoginProof.Password typed = new LoginProof.Password(username.get().strip(), password.get());
    return () -> typed;
  }

  /** Gives up a log-in that is under way. */
  public void cancel() {
    attempt.cancel();
    question.set(Optional.empty());
    busy.set(false);
  }

  /** Answers the question about the fingerprint. */
  public void answer(boolean trust) {
    question.get().ifPresent(open -> open.answer().complete(trust));
    question.set(Optional.empty());
  }

  /** Forgets the server that is not the same any more, and begins anew with its fingerprint. */
  public void trustAnew() {
    ServerAddress address = ServerAddress.parse(server.get());
    tasks.run(
        () -> {
          connector.forget(address);
          return address;
        },
        forgotten -> login(),
        failure -> failed(address, failure));
  }

  private boolean ask(ServerAddress address, CertificateFingerprint fingerprint)
      throws InterruptedException {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    tasks.onUi(
        () -> question.set(Optional.of(new FingerprintQuestion(address, fingerprint, answer))));
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the question is only ever answered", e);
    }
  }

  private void loggedIn(ServerAddress address, Session session) {
    busy.set(false);
    password.set("");
    filePassword.set("");
    String file = byCertificate.get() ? certificateFile.get().strip() : "";
    settings.update(now -> now.withLogin(address.toString(), session.user().name(), file));
    onSession.accept(session);
  }

  private void noCertificate(Pkcs12Exception.Problem reason, Exception failure) {
    LOG.info("no certificate to log in with", failure);
    problem.set(messages.get("login.problem.file." + reason.name()));
  }

  private void failed(ServerAddress address, Exception failure) {
    busy.set(false);
    if (failure instanceof Pkcs12Exception unusable) {
      noCertificate(unusable.problem(), failure);
      return;
    }
    if (failure instanceof InvalidPathException) {
      noCertificate(Pkcs12Exception.Problem.UNREADABLE, failure);
      return;
    }
    Problem cause =
        failure instanceof ConnectionException refused ? refused.problem() : Problem.FAILED;
    if (cause != Problem.NOT_TRUSTED) {
      LOG.info("log-in at {} failed", address, failure);
    }
    switch (cause) {
      case CERTIFICATE_NEEDED -> byCertificate.set(true);
      case PASSWORD_NEEDED -> byCertificate.set(false);
      default -> {}
    }
    trustLost.set(cause == Problem.CERTIFICATE_CHANGED || cause == Problem.CONSOLE_UNKNOWN);
    problem.set(messages.get("connection.problem." + cause.name(), address));
  }
}
