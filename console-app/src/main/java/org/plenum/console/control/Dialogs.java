package org.plenum.console.control;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.plenum.console.i18n.Messages;

/** Questions and notices above a window. Never blocks: what follows an answer is handed in. */
public final class Dialogs {
  private final Window owner;
  private final Messages messages;

  /** Dialogs of a window. */
  public Dialogs(Window owner, Messages messages) {
    this.owner = owner;
    this.messages = messages;
  }

  /** Asks before something that cannot be undone. */
  public void confirmDanger(
      String title, String text, List<String> details, String action, Runnable onConfirmed) {
    Alert alert = alert(AlertType.CONFIRMATION, title, text, details);
    ButtonType confirm = new ButtonType(action, ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(messages.get("action.cancel"), ButtonData.CANCEL_CLOSE);
    alert.getButtonTypes().setAll(confirm, cancel);
    Button button = (Button) alert.getDialogPane().lookupButton(confirm);
    button.setId("dialog-confirm");
    button.getStyleClass().add(Styles.DANGER);
    // Enter must not destroy anything by accident.
    button.setDefaultButton(false);
    Button cancelButton = (Button) alert.getDialogPane().lookupButton(cancel);
    cancelButton.setId("dialog-cancel");
    cancelButton.setDefaultButton(true);
    alert
        .resultProperty()
        .subscribe(
            result -> {
              if (result == confirm) {
                onConfirmed.run();
              }
            });
    alert.show();
  }

  /** Tells why something did not happen. */
  public void explain(String title, String text, List<String> details) {
    Alert alert = alert(AlertType.WARNING, title, text, details);
    alert.getButtonTypes().setAll(new ButtonType(messages.get("action.close"), ButtonData.OK_DONE));
    alert.getDialogPane().lookupButton(alert.getButtonTypes().getFirst()).setId("dialog-close");
    alert.show();
  }

  /** Tells that something happened; goes away by itself. */
  public void notice(String text) {
    message(text).hideCloseButton().show();
  }

  /** Tells that something failed; goes away by itself. */
  public void failure(String text) {
    message(text).showError();
  }

  /** In the middle: buttons that somebody may need meanwhile are at the sides. */
  private Notifications message(String text) {
    return Notifications.create().owner(owner).position(Pos.BOTTOM_CENTER).text(text);
  }

  private Alert alert(AlertType type, String title, String text, List<String> details) {
    Alert alert = new Alert(type);
    alert.initOwner(owner);
    alert.setTitle(title);
    alert.setHeaderText(title);
    FontIcon icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
    icon.getStyleClass().add("dialog-icon");
    alert.setGraphic(icon);
    Label label = new Label(text);
    label.setId("dialog-text");
    label.setWrapText(true);
    label.setMaxWidth(460);
    VBox content = new VBox(10, label);
    if (!details.isEmpty()) {
      Label list = new Label("• " + String.join("\n• ", details));
      list.setId("dialog-details");
      ScrollPane scroll = new ScrollPane(list);
      scroll.setMaxHeight(220);
      scroll.setFitToWidth(true);
      content.getChildren().add(scroll);
    }
    alert.getDialogPane().setId("dialog");
    alert.getDialogPane().setContent(content);
    alert.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
    return alert;
  }
}
