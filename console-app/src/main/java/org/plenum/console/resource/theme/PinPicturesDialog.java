package org.plenum.console.resource.theme;

import atlantafx.base.theme.Styles;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.plenum.console.i18n.Messages;
import org.plenum.model.theme.PinEntryPictures;

/** Asks for the colour of the digits and shows what they look like. */
final class PinPicturesDialog {
  /** Digits of the picture that is shown. */
  static final int PREVIEW_DIGITS = 4;

  private static final double PREVIEW_WIDTH = 560;
  private static final double PREVIEW_HEIGHT = 315;
  private static final int CHANNEL = 255;

  private final PinPicturesAction action;
  private final PinEntryPictures pictures;
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final ColorPicker colour = new ColorPicker(javafx.scene.paint.Color.WHITE);
  private final ImageView preview = new ImageView();

  PinPicturesDialog(
      PinPicturesAction action,
      PinEntryPictures pictures,
      Path background,
      Window owner,
      Messages messages) {
    this.action = action;
    this.pictures = pictures;
    ButtonType save = new ButtonType(messages.get("theme.pin.save"), ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(messages.get("action.cancel"), ButtonData.CANCEL_CLOSE);
    dialog.initOwner(owner);
    dialog.setTitle(messages.get("theme.pin.title"));
    dialog.setHeaderText(messages.get("theme.pin.header", background.getFileName()));
    DialogPane pane = dialog.getDialogPane();
    pane.setId("pin-pictures-dialog");
    pane.getButtonTypes().setAll(save, cancel);
    pane.setContent(content(messages));
    pane.getStylesheets().addAll(owner.getScene().getStylesheets());
    Button saveButton = (Button) pane.lookupButton(save);
    saveButton.setId("pin-pictures-save");
    saveButton.getStyleClass().add(Styles.ACCENT);
    dialog
        .resultProperty()
        .subscribe(
            result -> {
              if (result == save) {
                action.save(pictures, chosen(), background);
              }
            });
  }

  private VBox content(Messages messages) {
    preview.setId("pin-pictures-preview");
    preview.setFitWidth(PREVIEW_WIDTH);
    preview.setFitHeight(PREVIEW_HEIGHT);
    preview.setSmooth(true);
    colour.setId("pin-pictures-colour");
    Label label = new Label(messages.get("theme.pin.colour"));
    label.setLabelFor(colour);
    HBox row = new HBox(10, label, colour);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(14, preview, row);
  }

  void show() {
    colour.valueProperty().subscribe(value -> refresh());
    dialog.show();
  }

  private void refresh() {
    action.preview(
        pictures,
        chosen(),
        jpeg ->
            preview.setImage(
                new Image(
                    new ByteArrayInputStream(jpeg),
                    2 * PREVIEW_WIDTH,
                    2 * PREVIEW_HEIGHT,
                    true,
                    true)));
  }

  private Color chosen() {
    javafx.scene.paint.Color value = colour.getValue();
    return new Color(
        (int) Math.round(value.getRed() * CHANNEL),
        (int) Math.round(value.getGreen() * CHANNEL),
        (int) Math.round(value.getBlue() * CHANNEL));
  }
}
