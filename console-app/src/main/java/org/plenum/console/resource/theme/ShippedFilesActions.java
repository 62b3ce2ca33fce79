package org.plenum.console.resource.theme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.plenum.console.control.Dialogs;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FileChoice;
import org.plenum.console.shell.ResourcePage;
import org.plenum.console.shell.Workspace;
import org.plenum.model.resource.IvrTheme;
import org.plenum.rpc.console.DownloadThemeRequest.Shipped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The buttons on the list of themes that save what is part of the product: the Base theme (SVX-328)
 * and graphics for own backgrounds (SVX-364).
 */
public final class ShippedFilesActions {
  private static final Logger LOG = LoggerFactory.getLogger(ShippedFilesActions.class);

  private final Workspace workspace;
  private final Messages messages;
  private final FileChoice files;
  private final Supplier<Window> window;

  private ShippedFilesActions(Workspace workspace, FileChoice files, Supplier<Window> window) {
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.files = files;
    this.window = window;
  }

  /**
   * Adds the buttons to the toolbar of the list of themes.
   *
   * @param window window of the page, once it is shown
   */
  public static void addTo(
      Toolbar toolbar,
      ResourcePage page,
      Workspace workspace,
      FileChoice files,
      Supplier<Window> window) {
    if (page.type().recordClass() == IvrTheme.class) {
      ShippedFilesActions actions = new ShippedFilesActions(workspace, files, window);
      Messages messages = workspace.messages();
      toolbar.icon(
          "theme-base-download",
          MaterialDesignD.DOWNLOAD_OUTLINE,
          messages.get("theme.base.action"),
          () -> actions.save(Shipped.BASE_THEME, "Base.zip"));
      toolbar.icon(
          "theme-graphics-download",
          MaterialDesignI.IMAGE_MULTIPLE_OUTLINE,
          messages.get("theme.graphics.action"),
          () -> actions.save(Shipped.GRAPHICS, "Theme_graphics.zip"));
    }
  }

  private void save(Shipped shipped, String name) {
    files.saveAs(name).ifPresent(file -> save(shipped, file));
  }

  private void save(Shipped shipped, Path file) {
    workspace
        .tasks()
        .run(
            () -> {
              workspace.configuration().downloadShipped(shipped, file);
              return file;
            },
            saved -> dialogs().notice(messages.get("theme.saved", saved)),
            failure -> failed(file, failure));
  }

  private void failed(Path file, Exception failure) {
    LOG.warn("{} could not be saved", file, failure);
    String reason =
        messages.get(failure instanceof IOException ? "theme.file-failed" : "error.unreachable");
    dialogs().explain(file.getFileName().toString(), reason, List.of());
  }

  private Dialogs dialogs() {
    return new Dialogs(window.get(), messages);
  }
}
