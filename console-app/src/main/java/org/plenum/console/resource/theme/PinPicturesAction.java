package org.plenum.console.resource.theme;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.plenum.console.control.Dialogs;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.ListContext;
import org.plenum.console.shell.Workspace;
import org.plenum.model.resource.IvrTheme;
import org.plenum.model.theme.PinEntryPictures;
import org.plenum.model.theme.ThemeException;
import org.plenum.model.theme.ThemePackage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The button on the list of themes that makes the pictures of PIN entry from a background
 * (SVX-330). They are made here, and saved as an archive that can be uploaded as a theme, alone or
 * with more files.
 */
public final class PinPicturesAction {
  private static final Logger LOG = LoggerFactory.getLogger(PinPicturesAction.class);

  /** Larger files are no background; nothing of them is read. */
  private static final long MAX_BYTES = 16L * 1024 * 1024;

  private final ListContext list;
  private final Workspace workspace;
  private final Messages messages;

  private PinPicturesAction(ListContext list) {
    this.list = list;
    this.workspace = list.workspace();
    this.messages = list.messages();
  }

  /** Adds the button to the toolbar of the list of themes. */
  public static void addTo(Toolbar toolbar, ListContext list) {
    if (list.isOf(IvrTheme.class)) {
      toolbar.icon(
          "theme-pin-pictures",
          MaterialDesignD.DIALPAD,
          list.messages().get("theme.pin.action"),
          new PinPicturesAction(list)::chooseBackground);
    }
  }

  private void chooseBackground() {
    list.files().open().ifPresent(this::read);
  }

  private void read(Path file) {
    Window window = list.window().get();
    workspace
        .tasks()
        .run(
            () -> PinEntryPictures.on(content(file)),
            pictures -> new PinPicturesDialog(this, pictures, file, window, messages).show(),
            refusing(list.dialogs()));
  }

  private static byte[] content(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " is larger than a background may be");
    }
    return Files.readAllBytes(file);
  }

  private Consumer<Exception> refusing(Dialogs dialogs) {
    return failure -> {
      String reason =
          failure instanceof ThemeException theme
              ? theme.getMessage()
              : messages.get("theme.file-failed");
      LOG.warn("no background for pictures of PIN entry: {}", reason);
      dialogs.explain(messages.get("theme.pin.title"), reason, List.of());
    };
  }

  /** Makes the preview, away from the JavaFX thread. */
  void preview(PinEntryPictures pictures, Color colour, Consumer<byte[]> shown) {
    workspace
        .tasks()
        .run(
            () -> pictures.digits(PinPicturesDialog.PREVIEW_DIGITS, colour),
            shown,
            refusing(list.dialogs()));
  }

  /** Asks where to save the archive, makes it and writes it. */
  void save(PinEntryPictures pictures, Color colour, Path background) {
    String name = background.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    list.files()
        .saveAs(ThemePackage.fileName(name))
        .ifPresent(file -> write(pictures, colour, file));
  }

  private void write(PinEntryPictures pictures, Color colour, Path file) {
    Dialogs dialogs = list.dialogs();
    workspace
        .tasks()
        .run(
            () -> Files.write(file, pictures.inColour(colour).archive()),
            saved -> dialogs.notice(messages.get("theme.saved", saved)),
            refusing(dialogs));
  }
}
