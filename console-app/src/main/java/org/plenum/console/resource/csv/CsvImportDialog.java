package org.plenum.console.resource.csv;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.plenum.console.control.ActionDialog;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.csv.CsvImportViewModel.State;
import org.plenum.rpc.console.ImportError;
import org.plenum.rpc.console.ImportReport;

/** Shows what a file would do, what is wrong with it, and how the import goes. */
final class CsvImportDialog {
  private static final double WIDTH = 720;
  private static final double ERRORS_HEIGHT = 260;

  private final CsvImportViewModel model;
  private final Messages messages;
  private final ActionDialog dialog;
  private final Label text = new Label();
  private final Label counts = new Label();
  private final Label losses = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final TableView<ImportError> errors = new TableView<>();
  private final CheckBox validOnly = new CheckBox();

  CsvImportDialog(
      CsvImportViewModel model, Path file, String title, Window owner, Messages messages) {
    this.model = model;
    this.messages = messages;
    dialog =
        new ActionDialog(
            owner,
            "csv",
            messages.get("csv.title", title, file.getFileName()),
            content(),
            messages.get("csv.apply"),
            messages.get("action.cancel"),
            model::apply);
    dialog.onHidden(model::cancel);
    model.stateProperty().subscribe(state -> update());
    model.reportProperty().subscribe(report -> update());
    model.validOnlyProperty().subscribe(value -> update());
  }

  /** Shows the dialog and has the file checked. */
  void show() {
    dialog.show();
    model.check();
  }

  private VBox content() {
    text.setId("csv-text");
    text.setWrapText(true);
    text.textProperty().bind(model.textProperty());
    counts.setId("csv-counts");
    counts.getStyleClass().add(Styles.TEXT_MUTED);
    losses.setId("csv-losses");
    losses.setWrapText(true);
    losses.getStyleClass().add(Styles.WARNING);
    progress.setId("csv-progress");
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.progressProperty().bind(model.progressProperty());
    validOnly.setId("csv-valid-only");
    validOnly.setText(messages.get("csv.valid-only"));
    validOnly.selectedProperty().bindBidirectional(model.validOnlyProperty());
    setUpErrors();
    HBox foot = new HBox(validOnly);
    VBox content = new VBox(12, text, progress, counts, losses, errors, foot);
    content.setPrefWidth(WIDTH);
    VBox.setVgrow(errors, Priority.ALWAYS);
    return content;
  }

  private void setUpErrors() {
    errors.setId("csv-errors");
    errors.setPrefHeight(ERRORS_HEIGHT);
    errors.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    errors
        .getColumns()
        .setAll(
            List.of(
                column("csv.column.line", 70, error -> line(error.getLine())),
                column("csv.column.column", 180, ImportError::getColumn),
                column("csv.column.message", 430, ImportError::getMessage)));
    errors.getColumns().forEach(column -> column.setSortable(false));
  }

  private TableColumn<ImportError, String> column(
      String heading, double width, Function<ImportError, String> value) {
    TableColumn<ImportError, String> column = new TableColumn<>(messages.get(heading));
    column.setPrefWidth(width);
    column.setCellValueFactory(
        features -> new ReadOnlyStringWrapper(value.apply(features.getValue())));
    return column;
  }

  private static String line(long line) {
    return line == 0 ? "" : Long.toString(line);
  }

  private void update() {
    State state = model.stateProperty().get();
    ImportReport report = model.reportProperty().get();
    boolean busy = state == State.CHECKING || state == State.IMPORTING;
    boolean wrong = report.getErrorCount() > 0;
    ActionDialog.show(progress, busy);
    ActionDialog.show(counts, state == State.CHECKED || state == State.IMPORTED);
    ActionDialog.show(losses, !busy && report.getLossesCount() > 0);
    losses.setText(messages.get("csv.losses", losses(report)));
    ActionDialog.show(errors, !busy && wrong);
    ActionDialog.show(
        validOnly,
        state == State.CHECKED && wrong && report.getCreated() + report.getUpdated() > 0);
    counts.setText(
        messages.get(
            "csv.counts",
            report.getRecords(),
            report.getCreated(),
            report.getUpdated(),
            report.getUnchanged(),
            report.getWrong()));
    errors.getItems().setAll(report.getErrorsList());
    ActionDialog.show(dialog.action(), state != State.IMPORTED);
    dialog.action().setDisable(!model.mayImport());
    dialog
        .closing()
        .setText(messages.get(busy || model.mayImport() ? "action.cancel" : "action.close"));
    // What is shown differs in height.
    dialog.fit();
  }

  private static String losses(ImportReport report) {
    return report.getLossesList().stream()
        .map(loss -> "%s (%d)".formatted(loss.getLabel(), loss.getCount()))
        .collect(Collectors.joining(", "));
  }
}
