package org.plenum.console.shell;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.plenum.console.i18n.Messages;

/** Says since when what is shown is out of date, and offers what can be done about it. */
final class StaleBanner {
  private final HBox root = new HBox(12);

  StaleBanner(MainViewModel model, Messages messages) {
    Label text = new Label();
    text.setId("banner-text");
    text.textProperty().bind(model.staleSinceProperty());
    Label problem = new Label();
    problem.setId("banner-problem");
    problem.textProperty().bind(model.loginProblemProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);

    Button retry = new Button(messages.get("banner.retry"));
    retry.setId("banner-retry");
    retry.getStyleClass().add(Styles.SMALL);
    retry.setOnAction(event -> model.reconnectNow());
    PasswordField password = new PasswordField();
    password.setId("banner-password");
    password.setPromptText(model.passwordPrompt());
    Button login = new Button(messages.get("login.submit"));
    login.setId("banner-login");
    login.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
    Runnable submit =
        () -> {
          model.loginAgain(password.getText());
          password.clear();
        };
    login.setOnAction(event -> submit.run());
    password.setOnAction(event -> submit.run());
    HBox again = new HBox(8, problem, password, login);
    again.setAlignment(Pos.CENTER_RIGHT);

    again.visibleProperty().bind(model.loginNeededBinding());
    again.managedProperty().bind(again.visibleProperty());
    retry.visibleProperty().bind(again.visibleProperty().not());
    retry.managedProperty().bind(retry.visibleProperty());
    root.setId("banner");
    root.getStyleClass().add("banner");
    root.setAlignment(Pos.CENTER_LEFT);
    root.getChildren()
        .addAll(new FontIcon(MaterialDesignL.LAN_DISCONNECT), text, space, retry, again);
    root.visibleProperty().bind(model.staleBinding());
    root.managedProperty().bind(root.visibleProperty());
  }

  Node root() {
    return root;
  }
}
