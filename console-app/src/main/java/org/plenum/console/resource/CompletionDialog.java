package org.plenum.console.resource;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.RefusedException;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes a stored request with what its authority answered, a text that is pasted or loaded from
 * a file (SYS-315). It stays open until the service accepts the answer.
 */
final class CompletionDialog {
  private static final Logger LOG = LoggerFactory.getLogger(CompletionDialog.class);
  private static final int MAX_BYTES = 200_000;
  private static final double WIDTH = 640;
  private static final int LINES = 14;

  private final ConfigurationObject request;
  private final Workspace workspace;
  private final Messages messages;
  private final Consumer<ConfigurationObject> whenCompleted;
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final TextArea answer = new TextArea();
  private final Label problem = new Label();
  private final ButtonType complete;

  /**
   * A dialog that is not shown yet.
   *
   * @param text says what the answer is
   * @param whenCompleted gets the object that has taken the place of the request
   */
  CompletionDialog(
      ConfigurationObject request,
      String text,
      Workspace workspace,
      FileChoice files,
      Window owner,
      Consumer<ConfigurationObject> whenCompleted) {
    this.request = request;
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.whenCompleted = whenCompleted;
    complete = new ButtonType(messages.get("complete.apply"), ButtonData.OK_DONE);
    dialog.initOwner(owner);
    dialog.setTitle(messages.get("complete.title", request.title()));
    dialog.setHeaderText(messages.get("complete.title", request.title()));
    dialog.setResizable(true);
    fill(dialog.getDialogPane(), text, files);
    dialog.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
  }

  private void fill(DialogPane pane, String text, FileChoice files) {
    Label what = new Label(text);
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    answer.setId("complete-answer");
    answer.setPrefRowCount(LINES);
    answer.setPromptText(messages.get("pem.prompt"));
    answer.getStyleClass().add("monospaced");
    Button load =
        new Button(messages.get("pem.load"), new FontIcon(MaterialDesignF.FILE_UPLOAD_OUTLINE));
    load.setId("complete-load");
    load.setOnAction(event -> files.open().ifPresent(this::load));
    problem.setId("complete-problem");
    problem.setWrapText(true);
    problem.getStyleClass().add(Styles.DANGER);
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    VBox content = new VBox(12, what, answer, load, problem);
    content.setPrefWidth(WIDTH);
    VBox.setVgrow(answer, Priority.ALWAYS);
    pane.setId("complete-dialog");
    pane.setContent(content);
    ButtonType cancel = new ButtonType(messages.get("action.cancel"), ButtonData.CANCEL_CLOSE);
    pane.getButtonTypes().setAll(complete, cancel);
    pane.lookupButton(cancel).setId("complete-cancel");
    Button apply = (Button) pane.lookupButton(complete);
    apply.setId("complete-apply");
    apply.getStyleClass().add(Styles.ACCENT);
    apply.disableProperty().bind(answer.textProperty().map(String::isBlank));
    apply.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          event.consume();
          send();
        });
  }

  void show() {
    dialog.show();
    answer.requestFocus();
  }

  private void load(Path file) {
    workspace
        .tasks()
        .run(
            () -> {
              if (Files.size(file) > MAX_BYTES) {
                throw new IOException(file + " is too long");
              }
              return Files.readString(file);
            },
            answer::setText,
            failure -> {
              LOG.info("{} could not be loaded", file, failure);
              tell(messages.get("pem.not-loaded", file.getFileName()));
            });
  }

  private void send() {
    tell("");
    dialog.getDialogPane().setDisable(true);
    workspace
        .tasks()
        .run(
            () -> workspace.configuration().complete(request, answer.getText()),
            made -> {
              dialog.close();
              whenCompleted.accept(made);
            },
            this::failed);
  }

  private void failed(Exception failure) {
    dialog.getDialogPane().setDisable(false);
    if (failure instanceof RefusedException refused) {
      tell(
          refused.all().messages().values().stream()
              .flatMap(List::stream)
              .collect(Collectors.joining("\n")));
    } else {
      LOG.warn("the request could not be completed", failure);
      tell(messages.get("error.unreachable"));
    }
  }

  private void tell(String text) {
    problem.setText(text);
    if (dialog.isShowing()) {
      dialog.getDialogPane().getScene().getWindow().sizeToScene();
    }
  }
}
