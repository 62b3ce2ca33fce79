package org.plenum.console.resource.theme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.plenum.console.control.Dialogs;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.ListContext;
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

  private final ListContext list;
  private final Messages messages;

  private ShippedFilesActions(ListContext list) {
    this.list = list;
    this.messages = list.messages();
  }

  /** Adds the buttons to the toolbar of the list of themes. */
  public static void addTo(Toolbar toolbar, ListContext list) {
    if (list.isOf(IvrTheme.class)) {
      new ShippedFilesActions(list).addButtons(toolbar);
    }
  }

  private void addButtons(Toolbar toolbar) {
    toolbar.icon(
        "theme-base-download",
        MaterialDesignD.DOWNLOAD_OUTLINE,
        messages.get("theme.base.action"),
        () -> save(Shipped.BASE_THEME, "Base.zip"));
    toolbar.icon(
        "theme-graphics-download",
        MaterialDesignI.IMAGE_MULTIPLE_OUTLINE,
        messages.get("theme.graphics.action"),
        () -> save(Shipped.GRAPHICS, "Theme_graphics.zip"));
  }

  private void save(Shipped shipped, String name) {
    list.files().saveAs(name).ifPresent(file -> save(shipped, file));
  }

  private void save(Shipped shipped, Path file) {
    Dialogs dialogs = list.dialogs();
    list.workspace()
        .tasks()
        .run(
            () -> {
              list.workspace().configuration().downloadShipped(shipped, file);
              return file;
            },
            saved -> dialogs.notice(messages.get("theme.saved", saved)),
            failure -> failed(dialogs, file, failure));
  }

  private void failed(Dialogs dialogs, Path file, Exception failure) {
    LOG.warn("{} could not be saved", file, failure);
    String reason =
        messages.get(failure instanceof IOException ? "theme.file-failed" : "error.unreachable");
    dialogs.explain(file.getFileName().toString(), reason, List.of());
  }
}
