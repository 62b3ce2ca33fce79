package org.plenum.console.resource.certificate;

import java.util.function.Supplier;
import javafx.stage.Window;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.plenum.console.control.Dialogs;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FileChoice;
import org.plenum.console.shell.ResourcePage;
import org.plenum.console.shell.Workspace;
import org.plenum.model.resource.CaCertificate;
import org.plenum.model.resource.TlsCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The buttons of the pages of certificates (SYS-282, SYS-300). */
public final class CertificateActions {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateActions.class);

  /** Name of the file, as the sheets have it. */
  private static final String EXPORT = "ca-certificates.pem";

  private final ResourcePage page;
  private final Workspace workspace;
  private final Messages messages;
  private final FileChoice files;
  private final Supplier<Window> window;

  private CertificateActions(
      ResourcePage page, Workspace workspace, FileChoice files, Supplier<Window> window) {
    this.page = page;
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.files = files;
    this.window = window;
  }

  /**
   * Adds the buttons to the toolbar of a page of certificates.
   *
   * @param window window of the page, once it is shown
   */
  public static void addTo(
      Toolbar toolbar,
      ResourcePage page,
      Workspace workspace,
      FileChoice files,
      Supplier<Window> window) {
    Class<?> kind = page.type().recordClass();
    if (kind == TlsCertificate.class || kind == CaCertificate.class) {
      new CertificateActions(page, workspace, files, window).addButtons(toolbar);
    }
  }

  private void addButtons(Toolbar toolbar) {
    if (workspace.session().user().mayModify(page.type())) {
      toolbar.icon(
          "list-import",
          MaterialDesignI.IMPORT,
          messages.get("certificates.import"),
          this::importFiles);
    }
    if (page.type().recordClass() == CaCertificate.class) {
      toolbar.icon(
          "list-export", MaterialDesignE.EXPORT, messages.get("certificates.export"), this::export);
    }
  }

  private void importFiles() {
    CertificateImportViewModel model =
        new CertificateImportViewModel(workspace.configuration(), workspace.tasks(), messages);
    new CertificateImportDialog(model, files, window.get(), messages).show();
  }

  private void export() {
    files
        .saveAs(EXPORT)
        .ifPresent(
            file ->
                workspace
                    .tasks()
                    .run(
                        () ->
                            new CertificateExport(page.type(), workspace.configuration())
                                .save(file),
                        count ->
                            dialogs().notice(messages.get("certificates.exported", count, file)),
                        failure -> {
                          LOG.warn("the certificates could not be saved", failure);
                          dialogs().failure(messages.get("certificates.export-failed"));
                        }));
  }

  private Dialogs dialogs() {
    return new Dialogs(window.get(), messages);
  }
}
