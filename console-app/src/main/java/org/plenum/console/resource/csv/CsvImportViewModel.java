package org.plenum.console.resource.csv;

import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.plenum.console.concurrent.Task;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.i18n.Messages;
import org.plenum.model.csv.CsvFamily;
import org.plenum.rpc.console.ImportProgress;
import org.plenum.rpc.console.ImportReport;
import org.plenum.rpc.console.ImportStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file on its way into the configuration: checked first, then imported if it is wanted. */
final class CsvImportViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(CsvImportViewModel.class);

  /** Where the file is on its way. */
  enum State {
    CHECKING,
    CHECKED,
    IMPORTING,
    IMPORTED,
    FAILED
  }

  private final CsvClient client;
  private final CsvFamily family;
  private final Path file;
  private final TaskExecutor tasks;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CHECKING);
  private final ReadOnlyObjectWrapper<ImportReport> report =
      new ReadOnlyObjectWrapper<>(ImportReport.getDefaultInstance());
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final BooleanProperty validOnly = new SimpleBooleanProperty();
  private Task running = Task.DONE;

  CsvImportViewModel(
      CsvClient client, CsvFamily family, Path file, TaskExecutor tasks, Messages messages) {
    this.client = client;
    this.family = family;
    this.file = file;
    this.tasks = tasks;
    this.messages = messages;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What the service found last. */
  ReadOnlyObjectProperty<ImportReport> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** Part of the work that is done, 0 to 1; negative while it is not known. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What is going on, or how it went. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** Whether objects with errors are left out; otherwise one error keeps everything out. */
  BooleanProperty validOnlyProperty() {
    return validOnly;
  }

  /** Whether there is something to import, given the choice. */
  boolean mayImport() {
    ImportReport found = report.get();
    boolean something = found.getCreated() + found.getUpdated() > 0;
    return state.get() == State.CHECKED
        && something
        && (found.getErrorCount() == 0 || validOnly.get());
  }

  void check() {
    run(State.CHECKING, ImportStart.Mode.PREVIEW);
  }

  void apply() {
    run(
        State.IMPORTING,
        validOnly.get() ? ImportStart.Mode.VALID_RECORDS : ImportStart.Mode.ALL_OR_NOTHING);
  }

  private void run(State during, ImportStart.Mode mode) {
    progress.set(-1);
    text.set(messages.get("csv.stage.sending"));
    state.set(during);
    running =
        tasks.run(
            () ->
                client.importFile(
                    family, mode, file, event -> tasks.onUi(() -> progressed(during, event))),
            found -> done(during, found),
            this::failed);
  }

  private void progressed(State during, ImportProgress event) {
    if (state.get() == during) {
      progress.set(event.getTotal() == 0 ? -1 : (double) event.getDone() / event.getTotal());
      text.set(
          messages.get(
              "csv.stage." + event.getStage().name().toLowerCase(Locale.ROOT), event.getDone()));
    }
  }

  private void done(State during, ImportReport found) {
    report.set(found);
    if (during == State.IMPORTING && found.getVersion() > 0) {
      text.set(messages.get("csv.imported", found.getCreated(), found.getUpdated()));
      state.set(State.IMPORTED);
    } else {
      text.set(summary(found));
      state.set(State.CHECKED);
    }
  }

  private String summary(ImportReport found) {
    if (found.getErrorCount() > 0) {
      return messages.get("csv.found.errors", found.getErrorCount());
    }
    return found.getCreated() + found.getUpdated() > 0
        ? messages.get("csv.found.good")
        : messages.get("csv.found.nothing");
  }

  private void failed(Exception failure) {
    LOG.warn("the file could not be imported", failure);
    Status status = Status.fromThrowable(failure);
    boolean explained =
        status.getCode() == Status.Code.RESOURCE_EXHAUSTED && status.getDescription() != null;
    if (failure instanceof IOException) {
      text.set(messages.get("csv.unreadable", file.getFileName()));
    } else {
      text.set(explained ? status.getDescription() : messages.get("error.unreachable"));
    }
    state.set(State.FAILED);
  }

  /** Gives up what is going on; what was not committed yet is not. */
  void cancel() {
    running.cancel();
  }
}
