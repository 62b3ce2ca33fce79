package org.plenum.console;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.plenum.console.concurrent.FxTaskExecutor;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.LocationNames;
import org.plenum.console.connection.Backoff;
import org.plenum.console.connection.Connector;
import org.plenum.console.connection.ServerLink;
import org.plenum.console.connection.Session;
import org.plenum.console.control.Dialogs;
import org.plenum.console.control.Ticker;
import org.plenum.console.i18n.Messages;
import org.plenum.console.login.LoginView;
import org.plenum.console.login.LoginViewModel;
import org.plenum.console.resource.FileChoice;
import org.plenum.console.settings.Settings;
import org.plenum.console.settings.SettingsFile;
import org.plenum.console.shell.MainView;
import org.plenum.console.shell.MainViewModel;
import org.plenum.console.shell.Route;
import org.plenum.console.shell.Workspace;
import org.plenum.console.status.Commands;
import org.plenum.console.status.StatusBoard;
import org.plenum.console.text.Times;
import org.plenum.console.theme.Theme;
import org.plenum.model.resource.PlenumResources;

/**
 * The running console: puts its parts together and goes from the log-in window to the main window
 * and back. For the JavaFX thread.
 */
public final class Console implements AutoCloseable {
  private static final double LOGIN_WIDTH = 620;
  private static final double LOGIN_HEIGHT = 700;

  private final Stage stage;
  private final ConsoleOptions options;
  private final Clock clock = Clock.systemUTC();
  private final Messages messages = new Messages(Locale.getDefault());
  private final TaskExecutor tasks = new FxTaskExecutor();
  private final Settings settings;
  private final Theme theme;
  private final Connector connector;
  private final FileChoice fileChoice;
  private final WindowMemory mainWindow;
  private @Nullable Open open;

  /** What lives while somebody is logged in. */
  private record Open(
      Session session,
      ServerLink link,
      LocationNames locations,
      Ticker ticker,
      MainViewModel main) {}

  /** A console in a window that is not shown yet. */
  public Console(Stage stage, ConsoleOptions options) {
    this(stage, options, new FileDialog(stage));
  }

  /** The same with another way to choose files. */
  public Console(Stage stage, ConsoleOptions options, FileChoice fileChoice) {
    this.stage = stage;
    this.options = options;
    this.fileChoice = fileChoice;
    this.settings = new Settings(new SettingsFile(options.profile()), tasks);
    this.theme = new Theme(settings);
    this.connector = new Connector(options.profile(), hostName(), clock);
    this.mainWindow = new WindowMemory(stage, "main", settings);
    stage.setOnCloseRequest(
        event -> {
          Open current = open;
          if (current != null) {
            // The page may want to keep unsaved changes.
            event.consume();
            current.main().leave(stage::close);
          }
        });
  }

  /** Shows the log-in window. */
  public void start() {
    LoginViewModel model = new LoginViewModel(connector, settings, tasks, messages, this::loggedIn);
    options.server().ifPresent(model.serverProperty()::set);
    options.user().ifPresent(model.usernameProperty()::set);
    LoginView view = new LoginView(model, messages, fileChoice);
    mainWindow.suspend();
    stage.setMaximized(false);
    show(view.root(), LOGIN_WIDTH, LOGIN_HEIGHT);
    stage.setTitle(messages.get("app.name"));
    stage.centerOnScreen();
    stage.show();
    view.focus();
  }

  private void loggedIn(Session session) {
    StatusBoard board = new StatusBoard();
    Ticker ticker = new Ticker(tasks);
    ServerLink link =
        new ServerLink(session, board, tasks, new Backoff(RandomGenerator.getDefault()), clock);
    ConfigurationClient configuration =
        new ConfigurationClient(
            session, messages.declarations().translate(PlenumResources.catalog()));
    LocationNames locations = new LocationNames(configuration, link, tasks);
    Workspace workspace =
        new Workspace(
            session,
            link,
            board,
            configuration,
            locations,
            new Commands(session, tasks, messages),
            settings,
            messages,
            new Times(ZoneId.systemDefault(), clock, messages),
            ticker,
            tasks);
    MainViewModel main = new MainViewModel(workspace, new Pages(workspace, fileChoice));
    open = new Open(session, link, locations, ticker, main);
    MainView view = new MainView(main, workspace, theme, this::logOut);
    show(view.root(), WindowMemory.FIRST_WIDTH, WindowMemory.FIRST_HEIGHT);
    view.installShortcuts(stage.getScene());
    stage.setTitle(messages.get("window.title", session.platformName()));
    mainWindow.resume();
    link.connect();
    main.open(new Route.LiveView());
    if (!session.loginBanner().isEmpty()) {
      new Dialogs(stage, messages)
          .explain(session.platformName(), session.loginBanner(), List.of());
    }
  }

  private void logOut() {
    endSession();
    start();
  }

  private void endSession() {
    Open ended = open;
    open = null;
    if (ended != null) {
      ended.main().close();
      ended.ticker().close();
      ended.locations().close();
      ended.link().close();
      // Says goodbye to the server, which may take a moment.
      Thread.ofVirtual().name("console-logout").start(ended.session()::close);
    }
  }

  private void show(Parent root, double width, double height) {
    Scene scene = new Scene(root, width, height);
    theme.dress(scene);
    stage.setScene(scene);
  }

  /** Ends the session and saves the settings. */
  @Override
  public void close() {
    mainWindow.suspend();
    endSession();
    settings.close();
    tasks.close();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // A machine without a name of its own is still somebody's console.
      return System.getProperty("user.name", "console");
    }
  }
}
