package org.plenum.console.resource;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
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
import org.plenum.console.control.ActionDialog;
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
  private final ActionDialog dialog;
  private final TextArea answer = new TextArea();
  private final Label problem = new Label();

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
    dialog =
        new ActionDialog(
            owner,
            "complete",
            messages.get("complete.title", request.title()),
            content(text, files),
            messages.get("complete.apply"),
            messages.get("action.cancel"),
            this::send);
    dialog.action().disableProperty().bind(answer.textProperty().map(String::isBlank));
  }

  private VBox content(String text, FileChoice files) {
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
    return content;
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
    dialog.setBusy(true);
    workspace
        .tasks()
        .run(
            () -> workspace.configuration().perform(request, answer.getText()).orElseThrow(),
            made -> {
              dialog.close();
              whenCompleted.accept(made);
            },
            this::failed);
  }

  private void failed(Exception failure) {
    dialog.setBusy(false);
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
    dialog.fit();
  }
}
