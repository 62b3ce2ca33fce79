package org.plenum.console.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.plenum.console.Console;
import org.plenum.console.ConsoleOptions;
import org.plenum.console.connection.ServerAddress;
import org.plenum.console.resource.FileChoice;
import org.testfx.api.FxToolkit;

/** A console with its windows on the toolkit's headless platform. For test threads. */
public final class RunningConsole implements AutoCloseable {
  private final Console console;
  private final Screen screen;

  private RunningConsole(Console console, Screen screen) {
    this.console = console;
    this.screen = screen;
  }

  /** Opens the log-in window. */
  public static RunningConsole open(Path profile, ServerAddress server, Path pictures)
      throws TimeoutException {
    return open(profile, server, pictures, new FilesIn(profile));
  }

  /**
   * Saves into a folder, and opens the file {@code chosen} that a test has put there; where several
   * are asked for, all whose names begin so.
   */
  private record FilesIn(Path folder) implements FileChoice {
    @Override
    public Optional<Path> saveAs(String suggestedName) {
      return Optional.of(folder.resolve(suggestedName));
    }

    @Override
    public Optional<Path> open() {
      return Optional.of(folder.resolve("chosen"));
    }

    @Override
    public List<Path> openSeveral() {
      try (Stream<Path> files = Files.list(folder)) {
        return files
            .filter(file -> file.getFileName().toString().startsWith("chosen"))
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Opens the log-in window; files are saved where {@code fileChoice} says. */
  public static RunningConsole open(
      Path profile, ServerAddress server, Path pictures, FileChoice fileChoice)
      throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    Console console =
        Screen.onFx(
            () -> {
              Console made =
                  new Console(
                      new Stage(),
                      new ConsoleOptions(profile, Optional.of(server.toString()), Optional.empty()),
                      fileChoice);
              made.start();
              return made;
            });
    return new RunningConsole(console, new Screen(pictures));
  }

  /** What is to be seen. */
  public Screen screen() {
    return screen;
  }

  /** The log-in window. */
  public LoginScreen login() {
    return new LoginScreen(screen);
  }

  /** The main window. */
  public MainScreen main() {
    return new MainScreen(screen);
  }

  @Override
  public void close() {
    Screen.onFx(
        () -> {
          console.close();
          for (Window window : List.copyOf(Window.getWindows())) {
            window.hide();
          }
          return null;
        });
  }
}
