package org.plenum.console.resource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.control.Dialogs;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.Workspace;
import org.plenum.model.access.Permission;
import org.plenum.model.config.ResourceType;
import org.plenum.model.resource.CertificateSigningRequest;
import org.plenum.model.resource.WorkerVm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be done with the objects of some resources besides changing them. */
final class ObjectActions {
  private static final Logger LOG = LoggerFactory.getLogger(ObjectActions.class);

  private final ResourceFormViewModel model;
  private final Workspace workspace;
  private final Messages messages;
  private final FileChoice files;
  private final Supplier<Window> window;
  private final Consumer<ConfigurationObject> open;

  /**
   * Actions on the stored object of a form.
   *
   * @param window window of the form, once it is shown
   * @param open shows an object that has taken the place of this one
   */
  ObjectActions(
      ResourceFormViewModel model,
      Workspace workspace,
      FileChoice files,
      Supplier<Window> window,
      Consumer<ConfigurationObject> open) {
    this.model = model;
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.files = files;
    this.window = window;
    this.open = open;
  }

  /** The buttons for a resource. */
  List<Button> buttons(ResourceType<?> type) {
    if (type.recordClass() == WorkerVm.class
        && workspace.session().user().may(Permission.MAY_RUN_UTILITIES)) {
      return List.of(
          button(
              "node-document",
              "node-document.create",
              MaterialDesignF.FILE_KEY_OUTLINE,
              node -> new NodeDocumentAction(workspace, dialogs(), files).ask(node)));
    }
    if (type.recordClass() == CertificateSigningRequest.class) {
      Button save =
          button("csr-save", "csr.save", MaterialDesignD.DOWNLOAD_OUTLINE, this::saveRequest);
      Button complete =
          button(
              "csr-complete",
              "csr.complete",
              MaterialDesignC.CERTIFICATE_OUTLINE,
              this::completeRequest);
      return model.writable() ? List.of(save, complete) : List.of(save);
    }
    return List.of();
  }

  private Button button(String id, String text, Ikon icon, Consumer<ConfigurationObject> action) {
    Button button = new Button(messages.get(text), new FontIcon(icon));
    button.setId(id);
    button.setOnAction(event -> model.stored().ifPresent(action));
    return button;
  }

  private void saveRequest(ConfigurationObject request) {
    files
        .saveAs(request.title().replaceAll("[^A-Za-z0-9._-]", "_") + ".csr")
        .ifPresent(file -> save(request.values().text("csr"), file));
  }

  private void save(String text, Path file) {
    workspace
        .tasks()
        .run(
            () -> Files.writeString(file, text),
            saved -> dialogs().notice(messages.get("csr.saved", saved)),
            failure -> {
              LOG.warn("the request could not be saved", failure);
              dialogs().failure(messages.get("csr.save-failed"));
            });
  }

  private void completeRequest(ConfigurationObject request) {
    new CompletionDialog(
            request,
            messages.get("csr.complete.text"),
            workspace,
            files,
            window.get(),
            certificate -> {
              dialogs().notice(messages.get("csr.completed", certificate.title()));
              open.accept(certificate);
            })
        .show();
  }

  private Dialogs dialogs() {
    return new Dialogs(window.get(), messages);
  }
}
