package org.plenum.console.login;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FileChoice;

/** How the administrator proves who that is: by name and password, or by certificate. */
final class ProofFields {
  private final LoginViewModel model;
  private final Messages messages;
  private final FileChoice files;
  private final TextField username = new TextField();
  private final PasswordField password = new PasswordField();
  private final TextField file = new TextField();
  private final PasswordField filePassword = new PasswordField();
  private final VBox root;

  ProofFields(LoginViewModel model, Messages messages, FileChoice files) {
    this.model = model;
    this.messages = messages;
    this.files = files;
    ObservableBooleanValue byCertificate = model.byCertificateProperty();
    root =
        new VBox(
            16,
            kinds(),
            shownIf(Bindings.not(byCertificate), passwordFields()),
            shownIf(byCertificate, certificateFields()));
  }

  Node root() {
    return root;
  }

  /** Puts the cursor where typing goes on. */
  void focus() {
    if (model.byCertificateProperty().get()) {
      (file.getText().isEmpty() ? file : filePassword).requestFocus();
    } else {
      (username.getText().isEmpty() ? username : password).requestFocus();
    }
  }

  private Node kinds() {
    ToggleGroup group = new ToggleGroup();
    ToggleButton byPassword = kind("login.by-password", Styles.LEFT_PILL, group);
    ToggleButton byCertificate = kind("login.by-certificate", Styles.RIGHT_PILL, group);
    model
        .byCertificateProperty()
        .subscribe(wanted -> group.selectToggle(wanted ? byCertificate : byPassword));
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                before.setSelected(true); // One of the two it always is.
              } else {
                model.byCertificateProperty().set(now == byCertificate);
              }
            });
    HBox kinds = new HBox(byPassword, byCertificate);
    HBox.setHgrow(byPassword, Priority.ALWAYS);
    HBox.setHgrow(byCertificate, Priority.ALWAYS);
    return kinds;
  }

  private ToggleButton kind(String key, String style, ToggleGroup group) {
    ToggleButton kind = new ToggleButton(messages.get(key));
    kind.setId(key.replace('.', '-'));
    kind.setToggleGroup(group);
    kind.setMaxWidth(Double.MAX_VALUE);
    kind.getStyleClass().add(style);
    return kind;
  }

  private Region passwordFields() {
    username.setId("login-username");
    username.textProperty().bindBidirectional(model.usernameProperty());
    password.setId("login-password");
    password.textProperty().bindBidirectional(model.passwordProperty());
    return new VBox(16, labelled("login.username", username), labelled("login.password", password));
  }

  private Region certificateFields() {
    file.setId("login-certificate-file");
    file.setPromptText(messages.get("login.certificate-file.prompt"));
    file.textProperty().bindBidirectional(model.certificateFileProperty());
    Button choose = new Button(messages.get("login.certificate-file.choose"));
    choose.setId("login-certificate-choose");
    choose.setOnAction(
        event ->
            files
                .open()
                .ifPresent(
                    chosen -> {
                      file.setText(chosen.toString());
                      filePassword.requestFocus();
                    }));
    HBox.setHgrow(file, Priority.ALWAYS);
    filePassword.setId("login-file-password");
    filePassword.textProperty().bindBidirectional(model.filePasswordProperty());
    Label label = new Label(messages.get("login.certificate-file"));
    label.setLabelFor(file);
    return new VBox(
        16,
        new VBox(6, label, new HBox(8, file, choose)),
        labelled("login.file-password", filePassword));
  }

  private Node labelled(String key, Region field) {
    Label label = new Label(messages.get(key));
    label.setLabelFor(field);
    field.setMaxWidth(Double.MAX_VALUE);
    return new VBox(6, label, field);
  }

  private static Region shownIf(ObservableBooleanValue condition, Region fields) {
    fields.visibleProperty().bind(condition);
    fields.managedProperty().bind(condition);
    return fields;
  }
}
