package org.plenum.console.resource.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.plenum.console.control.Dialogs;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.ListContext;
import org.plenum.console.shell.ResourcePage;
import org.plenum.console.shell.Workspace;
import org.plenum.model.csv.CsvFamily;
import org.plenum.rpc.console.ExportNotes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The buttons that import and export the objects of a page (OPS-146). */
public final class CsvActions {
  private static final Logger LOG = LoggerFactory.getLogger(CsvActions.class);

  private final ListContext list;
  private final CsvFamily family;
  private final Workspace workspace;
  private final Messages messages;
  private final CsvClient client;

  private CsvActions(ListContext list, CsvFamily family) {
    this.list = list;
    this.family = family;
    this.workspace = list.workspace();
    this.messages = list.messages();
    this.client = new CsvClient(workspace.session());
  }

  /** Adds the buttons to the toolbar of a page whose objects can be in CSV files. */
  public static void addTo(Toolbar toolbar, ListContext list) {
    ResourcePage page = list.page();
    CsvFamily.of(page.type().name(), page.fixed())
        .ifPresent(family -> new CsvActions(list, family).addButtons(toolbar));
  }

  private void addButtons(Toolbar toolbar) {
    if (list.mayModify()) {
      toolbar.icon(
          "list-import", MaterialDesignI.IMPORT, messages.get("csv.import"), this::importFile);
    }
    toolbar.icon("list-export", MaterialDesignE.EXPORT, messages.get("csv.export"), this::export);
  }

  private void importFile() {
    list.files().open().ifPresent(this::importFile);
  }

  private void importFile(Path file) {
    CsvImportViewModel model =
        new CsvImportViewModel(client, family, file, workspace.tasks(), messages);
    new CsvImportDialog(model, file, list.page().many(), list.window().get(), messages).show();
  }

  private void export() {
    list.files().saveAs(family.wire() + ".csv").ifPresent(this::export);
  }

  private void export(Path file) {
    Dialogs dialogs = list.dialogs();
    workspace
        .tasks()
        .run(
            () -> client.export(family, file),
            notes -> exported(dialogs, file, notes),
            failure -> {
              LOG.warn("the list could not be exported", failure);
              dialogs.failure(messages.get("csv.export-failed"));
            });
  }

  /** What the file does not say by itself stays until it is read. */
  private void exported(Dialogs dialogs, Path file, ExportNotes notes) {
    String saved = messages.get("csv.exported", file);
    List<String> sentences = new ArrayList<>();
    if (notes.getLeftOut() > 0) {
      sentences.add(messages.get("csv.left-out", notes.getLeftOut()));
    }
    if (notes.getFormulas() > 0) {
      sentences.add(messages.get("csv.formulas", notes.getFormulas()));
    }
    if (sentences.isEmpty()) {
      dialogs.notice(saved);
    } else {
      dialogs.explain(saved, String.join("\n\n", sentences), List.of());
    }
  }
}
