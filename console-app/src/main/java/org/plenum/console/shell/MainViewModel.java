package org.plenum.console.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.plenum.console.connection.ConnectionException;
import org.plenum.console.connection.ConnectionState;
import org.plenum.console.connection.LoginProof;
import org.plenum.console.connection.Session;
import org.plenum.model.config.Menu;
import org.plenum.model.pki.Pkcs12Exception;

/** State of the main window: which page, which way back, how it stands with the server. */
public final class MainViewModel implements Navigator, AutoCloseable {
  private static final int MAX_HISTORY = 50;

  private final Workspace workspace;
  private final PageFactory pages;
  private final Map<Menu, List<NavigationItem>> menus;
  private final Deque<Route> history = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Route> route = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper staleSince = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper loginProblem = new ReadOnlyStringWrapper("");
  private final Runnable untick;

  /** A window without page; {@code pages} makes them. */
  public MainViewModel(Workspace workspace, PageFactory pages) {
    this.workspace = workspace;
    this.pages = pages;
    this.menus = NavigationItem.menus(workspace.configuration().catalog(), workspace.messages());
    workspace.link().stateProperty().subscribe(state -> describeConnection());
    untick = workspace.ticker().onTick(this::describeConnection);
  }

  /** Menus with their entries. */
  public Map<Menu, List<NavigationItem>> menus() {
    return menus;
  }

  /** What a menu is called. */
  public String title(Menu menu) {
    return workspace.messages().declarations().menu(menu);
  }

  /** The page that is shown. */
  public ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** Where the page is. */
  public ReadOnlyObjectProperty<Route> routeProperty() {
    return route.getReadOnlyProperty();
  }

  /** Whether there is a page before. */
  public ReadOnlyBooleanProperty canGoBackProperty() {
    return canGoBack.getReadOnlyProperty();
  }

  /** How it stands with the server, for the footer. */
  public ReadOnlyStringProperty connectionProperty() {
    return connection.getReadOnlyProperty();
  }

  /** Since when the status is not updated (DIAG-065), as a sentence; empty while it is. */
  public ReadOnlyStringProperty staleSinceProperty() {
    return staleSince.getReadOnlyProperty();
  }

  /** Whether what is shown may be out of date. */
  public ObservableBooleanValue staleBinding() {
    return staleSince.isNotEmpty();
  }

  /** Whether the administrator has to log in again. */
  public ObservableBooleanValue loginNeededBinding() {
    return Bindings.createBooleanBinding(
        () -> workspace.link().stateProperty().get() instanceof ConnectionState.LoginNeeded,
        workspace.link().stateProperty());
  }

  /** Why the last log-in from the banner failed; empty when it did not. */
  public ReadOnlyStringProperty loginProblemProperty() {
    return loginProblem.getReadOnlyProperty();
  }

  /** The navigation entry that belongs to the page, if one does. */
  public Optional<NavigationItem> currentItem() {
    return menus.values().stream()
        .flatMap(List::stream)
        .filter(item -> item.route().equals(menuRoute(route.get())))
        .findFirst();
  }

  private static Route menuRoute(Route route) {
    return switch (route) {
      case Route.ConferenceDetails _ -> new Route.Conferences();
      case Route.ParticipantDetails _ -> new Route.Participants();
      case Route.NodeDetails _ -> new Route.Nodes();
      case Route.EditObject edit -> edit.page().type().singleton() ? edit : edit.page().list();
      case Route.NewObject create -> create.page().list();
      case Route.CopyObject copy -> copy.page().list();
      default -> route;
    };
  }

  @Override
  public void open(Route target) {
    if (!target.equals(route.get())) {
      leave(
          () -> {
            if (route.get() != null) {
              history.push(route.get());
              if (history.size() > MAX_HISTORY) {
                history.removeLast();
              }
            }
            show(target);
          });
    }
  }

  @Override
  public void replace(Route target) {
    show(target);
  }

  @Override
  public void back() {
    if (!history.isEmpty()) {
      leave(() -> show(history.pop()));
    }
  }

  /** Goes on if the page may be left. */
  public void leave(Runnable proceed) {
    if (page.get() == null) {
      proceed.run();
    } else {
      page.get().leave(proceed);
    }
  }

  private void show(Route target) {
    Page before = page.get();
    route.set(target);
    page.set(pages.create(target, this));
    canGoBack.set(!history.isEmpty());
    if (before != null) {
      before.close();
    }
  }

  /** Tries to connect at once. */
  public void reconnectNow() {
    workspace.link().connect();
  }

  /**
   * What the log-in from the banner takes: the user's password, or that of a certificate's file.
   */
  public String passwordPrompt() {
    return workspace
        .messages()
        .get(
            workspace.session().certificateFile().isPresent()
                ? "login.file-password"
                : "login.password");
  }

  /** Logs in again after the session has ended; the windows stay as they are. */
  public void loginAgain(String password) {
    Session session = workspace.session();
    workspace
        .tasks()
        .run(
            () -> {
              session.login(proof(session, password));
              return session;
            },
            done -> {
              loginProblem.set("");
              workspace.link().connect();
            },
            failure -> loginProblem.set(workspace.messages().get(problemKey(failure))));
  }

  private static LoginProof proof(Session session, String password) throws Pkcs12Exception {
    Optional<Path> file = session.certificateFile();
    return file.isPresent()
        ? LoginProof.Certificate.read(file.get(), password)
        : new LoginProof.Password(session.user().name(), password);
  }

  private static String problemKey(Exception failure) {
    return switch (failure) {
      case Pkcs12Exception unusable -> "login.problem.file." + unusable.problem().name();
      case ConnectionException refused ->
          switch (refused.problem()) {
            case WRONG_PASSWORD -> "banner.login.wrong";
            case CERTIFICATE_NEEDED, PASSWORD_NEEDED -> "banner.login.other-proof";
            case CERTIFICATE_REFUSED -> "banner.login.certificate";
            default -> "banner.login.failed";
          };
      default -> "banner.login.failed";
    };
  }

  private void describeConnection() {
    switch (workspace.link().stateProperty().get()) {
      case ConnectionState.Connecting _ -> describe("footer.connecting", "");
      case ConnectionState.Connected _ -> describe("footer.connected", "");
      case ConnectionState.Reconnecting lost -> {
        long seconds =
            Math.max(0, Duration.between(workspace.times().now(), lost.nextAttempt()).toSeconds());
        describe(
            "footer.reconnecting",
            workspace
                .messages()
                .get("banner.stale", workspace.times().at(lost.since()), lost.attempt(), seconds));
      }
      case ConnectionState.LoginNeeded ended ->
          describe(
              "footer.login-needed",
              workspace.messages().get("banner.login", workspace.times().at(ended.since())));
    }
  }

  private void describe(String footerKey, String banner) {
    connection.set(workspace.messages().get(footerKey));
    staleSince.set(banner);
  }

  @Override
  public void close() {
    untick.run();
    Page last = page.get();
    if (last != null) {
      last.close();
    }
  }
}
