package org.plenum.console.resource;

import atlantafx.base.theme.Styles;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.RefusedException;
import org.plenum.console.control.Dialogs;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.Workspace;
import org.plenum.model.theme.ThemePackage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the files of a theme to the server and back (SVX-318, SVX-323, SVX-328). */
final class ThemeFilesBar {
  private static final Logger LOG = LoggerFactory.getLogger(ThemeFilesBar.class);

  private final Workspace workspace;
  private final Messages messages;
  private final Supplier<Dialogs> dialogs;
  private final FileChoice fileChoice;
  private final Runnable whenReplaced;
  private final Button upload;
  private final Button download;
  private final ProgressBar progress = new ProgressBar(0);
  private final Label problem = new Label();
  private final HBox view = new HBox(10);

  /**
   * A bar for the theme of a form.
   *
   * @param whenReplaced called when the theme has other files
   */
  ThemeFilesBar(
      Workspace workspace,
      ResourceFormViewModel model,
      Supplier<Dialogs> dialogs,
      FileChoice fileChoice,
      Runnable whenReplaced) {
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.dialogs = dialogs;
    this.fileChoice = fileChoice;
    this.whenReplaced = whenReplaced;
    upload = button("upload", new FontIcon(MaterialDesignU.UPLOAD_OUTLINE));
    upload.setOnAction(event -> model.stored().ifPresent(this::upload));
    upload.setDisable(!model.writable());
    download = button("download", new FontIcon(MaterialDesignD.DOWNLOAD_OUTLINE));
    download.setOnAction(event -> model.stored().ifPresent(this::download));
    progress.setId("theme-progress");
    problem.setId("theme-problem");
    problem.setWrapText(true);
    problem.getStyleClass().add(Styles.DANGER);
    HBox.setHgrow(problem, Priority.ALWAYS);
    for (Region part : List.of(progress, problem)) {
      part.managedProperty().bind(part.visibleProperty());
      part.setVisible(false);
    }
    view.setAlignment(Pos.CENTER_LEFT);
    view.getStyleClass().add("form-buttons");
    view.getChildren().addAll(upload, download, progress, problem);
  }

  private Button button(String action, FontIcon icon) {
    Button button = new Button(messages.get("theme." + action), icon);
    button.setId("theme-" + action);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  Node view() {
    return view;
  }

  private void upload(ConfigurationObject theme) {
    fileChoice.open().ifPresent(file -> upload(theme, file));
  }

  private void upload(ConfigurationObject theme, Path file) {
    begin();
    workspace
        .tasks()
        .run(
            () ->
                workspace
                    .configuration()
                    .uploadTheme(
                        theme,
                        file,
                        part -> workspace.tasks().onUi(() -> progress.setProgress(part))),
            saved -> {
              end("");
              dialogs
                  .get()
                  .notice(messages.get("theme.uploaded", saved.values().list("files").size()));
              whenReplaced.run();
            },
            this::failed);
  }

  private void download(ConfigurationObject theme) {
    fileChoice
        .saveAs(ThemePackage.fileName(theme.title()))
        .ifPresent(file -> download(theme, file));
  }

  private void download(ConfigurationObject theme, Path file) {
    begin();
    progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
    workspace
        .tasks()
        .run(
            () -> {
              workspace.configuration().downloadTheme(theme.id(), file);
              return file;
            },
            saved -> {
              end("");
              dialogs.get().notice(messages.get("theme.saved", saved));
            },
            this::failed);
  }

  private void begin() {
    problem.setVisible(false);
    progress.setProgress(0);
    progress.setVisible(true);
    view.setDisable(true);
  }

  private void end(String message) {
    view.setDisable(false);
    progress.setVisible(false);
    problem.setText(message);
    problem.setVisible(!message.isEmpty());
  }

  private void failed(Exception failure) {
    end(
        switch (failure) {
          case RefusedException refused ->
              String.join(
                  "\n", refused.of(0).messages().values().stream().flatMap(List::stream).toList());
          case StatusRuntimeException status -> explanation(status);
          case IOException e -> {
            LOG.warn("the archive of a theme cannot be read or written", e);
            yield messages.get("theme.file-failed");
          }
          default -> {
            LOG.warn("the files of a theme could not be moved", failure);
            yield messages.get("error.unreachable");
          }
        });
  }

  /** These say in a sentence what the administrator can do. */
  private String explanation(StatusRuntimeException failure) {
    Status status = failure.getStatus();
    boolean explained =
        status.getCode() == Status.Code.RESOURCE_EXHAUSTED
            || status.getCode() == Status.Code.NOT_FOUND;
    String description = status.getDescription();
    return explained && description != null ? description : messages.get("error.unreachable");
  }
}
