package org.plenum.console.settings;

import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.plenum.console.concurrent.Task;
import org.plenum.console.concurrent.TaskExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of the running console. Changes are saved shortly after, several at once: dragging a
 * window makes many. For the JavaFX thread.
 */
public final class Settings implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
  private static final Duration QUIET_TIME = Duration.ofSeconds(1);

  private final SettingsFile file;
  private final TaskExecutor tasks;
  private final ReadOnlyObjectWrapper<ConsoleSettings> current;
  private Task pendingSave = Task.DONE;

  /** Starts with what the file holds. */
  public Settings(SettingsFile file, TaskExecutor tasks) {
    this.file = file;
    this.tasks = tasks;
    this.current = new ReadOnlyObjectWrapper<>(file.load());
  }

  /** What is set now. */
  public ConsoleSettings get() {
    return current.get();
  }

  /** What is set, to be told of changes. */
  public ReadOnlyObjectProperty<ConsoleSettings> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Changes the settings; they are saved a moment later. */
  public void update(UnaryOperator<ConsoleSettings> change) {
    ConsoleSettings changed = change.apply(current.get());
    if (changed.equals(current.get())) {
      return;
    }
    current.set(changed);
    pendingSave.cancel();
    pendingSave = tasks.schedule(QUIET_TIME, this::saveInBackground);
  }

  /** Saves what is not saved yet. */
  @Override
  public void close() {
    pendingSave.cancel();
    save(current.get());
  }

  private void saveInBackground() {
    ConsoleSettings settings = current.get();
    tasks.run(
        () -> {
          file.save(settings);
          return settings;
        },
        saved -> LOG.debug("settings saved"),
        failure -> LOG.warn("cannot save the settings", failure));
  }

  private void save(ConsoleSettings settings) {
    try {
      file.save(settings);
    } catch (IOException e) {
      LOG.warn("cannot save the settings", e);
    }
  }
}
