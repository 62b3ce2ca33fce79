package org.plenum.console.login;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.plenum.console.concurrent.Task;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.connection.ConnectionException;
import org.plenum.console.connection.ConnectionException.Problem;
import org.plenum.console.connection.Connector;
import org.plenum.console.connection.ServerAddress;
import org.plenum.console.connection.Session;
import org.plenum.console.i18n.Messages;
import org.plenum.console.settings.Settings;
import org.plenum.model.pki.CertificateFingerprint;
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
        () -> !server.get().isBlank() && !username.get().isBlank() && !password.get().isEmpty(),
        server,
        username,
        password);
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
    String user = username.get().strip();
    String secret = password.get();
    attempt =
        tasks.run(
            () -> connector.connect(address, user, secret, this::ask),
            session -> loggedIn(address, user, session),
            failure -> failed(address, failure));
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

  private void loggedIn(ServerAddress address, String user, Session session) {
    busy.set(false);
    password.set("");
    settings.update(now -> now.withLogin(address.toString(), user));
    onSession.accept(session);
  }

  private void failed(ServerAddress address, Exception failure) {
    busy.set(false);
    Problem cause =
        failure instanceof ConnectionException refused ? refused.problem() : Problem.FAILED;
    if (cause != Problem.NOT_TRUSTED) {
      LOG.info("log-in at {} failed", address, failure);
    }
    trustLost.set(cause == Problem.CERTIFICATE_CHANGED || cause == Problem.CONSOLE_UNKNOWN);
    problem.set(messages.get("connection.problem." + cause.name(), address));
  }
}
