package org.plenum.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX application; takes its options as {@code --name=value}. */
public final class ConsoleApplication extends Application {
  private static final String PROFILE = "profile";
  private static final String SERVER = "server";
  private static final String USER = "user";

  private @Nullable Console console;

  /** Starts the toolkit and returns when the last window is closed. */
  public static void launch(ConsoleOptions options) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--" + PROFILE + "=" + options.profile());
    options.server().ifPresent(server -> arguments.add("--" + SERVER + "=" + server));
    options.user().ifPresent(user -> arguments.add("--" + USER + "=" + user));
    Application.launch(ConsoleApplication.class, arguments.toArray(String[]::new));
  }

  @Override
  public void start(Stage stage) {
    Map<String, String> named = getParameters().getNamed();
    ConsoleOptions defaults = ConsoleOptions.initial();
    Console started =
        new Console(
            stage,
            new ConsoleOptions(
                Optional.ofNullable(named.get(PROFILE)).map(Path::of).orElse(defaults.profile()),
                Optional.ofNullable(named.get(SERVER)),
                Optional.ofNullable(named.get(USER))));
    console = started;
    started.start();
  }

  @Override
  public void stop() {
    Console running = console;
    if (running != null) {
      running.close();
    }
  }
}
