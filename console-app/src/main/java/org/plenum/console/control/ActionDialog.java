package org.plenum.console.control;

import atlantafx.base.theme.Styles;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/** A dialogue that stays open when its action is chosen, to show how it goes. */
public final class ActionDialog {
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final Button action;
  private final Button close;

  /**
   * A dialogue that is not shown yet.
   *
   * @param id beginning of the identifiers of its parts
   * @param actionText what its action is called
   * @param closeText what the button that closes it is called
   * @param onAction starts the action
   */
  public ActionDialog(
      Window owner,
      String id,
      String title,
      Region content,
      String actionText,
      String closeText,
      Runnable onAction) {
    ButtonType actionType = new ButtonType(actionText, ButtonData.OK_DONE);
    ButtonType closeType = new ButtonType(closeText, ButtonData.CANCEL_CLOSE);
    DialogPane pane = dialog.getDialogPane();
    dialog.initOwner(owner);
    dialog.setTitle(title);
    dialog.setHeaderText(title);
    dialog.setResizable(true);
    pane.setId(id + "-dialog");
    pane.setContent(content);
    pane.getButtonTypes().setAll(actionType, closeType);
    pane.getStylesheets().addAll(owner.getScene().getStylesheets());
    action = (Button) pane.lookupButton(actionType);
    action.setId(id + "-apply");
    action.getStyleClass().add(Styles.ACCENT);
    action.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          event.consume();
          onAction.run();
        });
    close = (Button) pane.lookupButton(closeType);
    close.setId(id + "-close");
  }

  /** Button of the action. */
  public Button action() {
    return action;
  }

  /** Button that closes the dialogue. */
  public Button closing() {
    return close;
  }

  /** Called when the dialogue is gone. */
  public void onHidden(Runnable listener) {
    dialog.setOnHidden(event -> listener.run());
  }

  /** Keeps everything in it from being used, or no more. */
  public void setBusy(boolean busy) {
    dialog.getDialogPane().setDisable(busy);
  }

  /** Shows the dialogue; does not wait. */
  public void show() {
    dialog.show();
  }

  /** Closes it. */
  public void close() {
    dialog.close();
  }

  /** Gives it the height that its content needs now. */
  public void fit() {
    if (dialog.isShowing()) {
      dialog.getDialogPane().getScene().getWindow().sizeToScene();
    }
  }

  /** Shows a part, or leaves it out. */
  public static void show(Node part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }
}
