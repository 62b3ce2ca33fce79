package org.plenum.console.resource.certificate;

import java.nio.file.Path;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.plenum.console.control.Dialogs;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.ListContext;
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

  private final ListContext list;
  private final Workspace workspace;
  private final Messages messages;

  private CertificateActions(ListContext list) {
    this.list = list;
    this.workspace = list.workspace();
    this.messages = list.messages();
  }

  /** Adds the buttons to the toolbar of a page of certificates. */
  public static void addTo(Toolbar toolbar, ListContext list) {
    if (list.isOf(TlsCertificate.class) || list.isOf(CaCertificate.class)) {
      new CertificateActions(list).addButtons(toolbar);
    }
  }

  private void addButtons(Toolbar toolbar) {
    if (list.mayModify()) {
      toolbar.icon(
          "list-import",
          MaterialDesignI.IMPORT,
          messages.get("certificates.import"),
          this::importFiles);
    }
    if (list.isOf(CaCertificate.class)) {
      toolbar.icon(
          "list-export", MaterialDesignE.EXPORT, messages.get("certificates.export"), this::export);
    }
  }

  private void importFiles() {
    CertificateImportViewModel model =
        new CertificateImportViewModel(workspace.configuration(), workspace.tasks(), messages);
    new CertificateImportDialog(model, list.files(), list.window().get(), messages).show();
  }

  private void export() {
    list.files().saveAs(EXPORT).ifPresent(this::export);
  }

  private void export(Path file) {
    Dialogs dialogs = list.dialogs();
    workspace
        .tasks()
        .run(
            () -> new CertificateExport(list.page().type(), workspace.configuration()).save(file),
            count -> dialogs.notice(messages.get("certificates.exported", count, file)),
            failure -> {
              LOG.warn("the certificates could not be saved", failure);
              dialogs.failure(messages.get("certificates.export-failed"));
            });
  }
}
