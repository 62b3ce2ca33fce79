package org.plenum.console.login;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FileChoice;

/** The log-in window: one card with the form, or with the question about the fingerprint. */
public final class LoginView {
  private static final double CARD_WIDTH = 440;

  private final LoginViewModel model;
  private final Messages messages;
  private final StackPane root = new StackPane();
  private final ProofFields proof;

  /**
   * Shows a view-model.
   *
   * @param files asks for the file with a certificate
   */
  public LoginView(LoginViewModel model, Messages messages, FileChoice files) {
    this.model = model;
    this.messages = messages;
    this.proof = new ProofFields(model, messages, files);
    Node form = form();
    root.setId("login");
    root.getStyleClass().add("login");
    model
        .questionProperty()
        .subscribe(
            question -> root.getChildren().setAll(question.map(this::confirmation).orElse(form)));
  }

  /** The window's content. */
  public Parent root() {
    return root;
  }

  /** Puts the cursor where typing goes on. */
  public void focus() {
    if (model.serverProperty().get().isEmpty()) {
      root.lookup("#login-server").requestFocus();
    } else {
      proof.focus();
    }
  }

  private Node form() {
    Label title = new Label(messages.get("app.name"), new FontIcon(MaterialDesignV.VIDEO_OUTLINE));
    title.getStyleClass().addAll(Styles.TITLE_2, "brand");
    Label subtitle = new Label(messages.get("login.subtitle"));
    subtitle.getStyleClass().add(Styles.TEXT_MUTED);

    ComboBox<String> server = new ComboBox<>();
    server.setId("login-server");
    server.setEditable(true);
    server.setMaxWidth(Double.MAX_VALUE);
    server.getItems().setAll(model.recentServers());
    server.getEditor().setPromptText(messages.get("login.server.prompt"));
    server.getEditor().textProperty().bindBidirectional(model.serverProperty());

    Label serverLabel = new Label(messages.get("login.server"));
    serverLabel.setLabelFor(server);
    VBox fields = new VBox(16, new VBox(6, serverLabel, server), proof.root());
    fields.disableProperty().bind(model.busyProperty());

    VBox card = card(new VBox(4, title, subtitle), fields, problem(), progress(), buttons());
    card.setId("login-form");
    return card;
  }

  private Node problem() {
    Label text = new Label();
    text.setId("login-problem");
    text.setWrapText(true);
    text.textProperty().bind(model.problemProperty());
    Hyperlink trustAnew = new Hyperlink(messages.get("login.trust-anew"));
    trustAnew.setId("login-trust-anew");
    trustAnew.setOnAction(event -> model.trustAnew());
    trustAnew.visibleProperty().bind(model.trustLostProperty());
    trustAnew.managedProperty().bind(trustAnew.visibleProperty());
    VBox texts = new VBox(4, text, trustAnew);
    HBox.setHgrow(texts, Priority.ALWAYS);
    HBox box = new HBox(10, new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE), texts);
    box.getStyleClass().add("problem");
    box.visibleProperty().bind(model.problemProperty().isNotEmpty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private Node progress() {
    ProgressBar progress = new ProgressBar();
    progress.setId("login-progress");
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.getStyleClass().add(Styles.SMALL);
    progress.visibleProperty().bind(model.busyProperty());
    return progress;
  }

  private Node buttons() {
    Button login = new Button(messages.get("login.submit"));
    login.setId("login-submit");
    login.setDefaultButton(true);
    login.getStyleClass().add(Styles.ACCENT);
    login.disableProperty().bind(model.busyProperty().or(model.completeBinding().not()));
    login.setOnAction(event -> model.login());
    Button cancel = new Button(messages.get("action.cancel"));
    cancel.setId("login-cancel");
    cancel.setCancelButton(true);
    cancel.visibleProperty().bind(model.busyProperty());
    cancel.setOnAction(event -> model.cancel());
    HBox buttons = new HBox(10, cancel, login);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return buttons;
  }

  private Node confirmation(FingerprintQuestion question) {
    Label title =
        new Label(
            messages.get("login.confirm.title"), new FontIcon(MaterialDesignS.SHIELD_KEY_OUTLINE));
    title.getStyleClass().addAll(Styles.TITLE_3, "brand");
    Label text = new Label(messages.get("login.confirm.text", question.address()));
    text.setWrapText(true);
    // Two lines of sixteen pairs each are easier to compare than one that wraps anywhere.
    String value = question.fingerprint().value();
    Label fingerprint = new Label(value.substring(0, 48) + "\n" + value.substring(48));
    fingerprint.setId("login-fingerprint");
    fingerprint.setMaxWidth(Double.MAX_VALUE);
    fingerprint.getStyleClass().add("fingerprint");
    Label hint = new Label(messages.get("login.confirm.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().add(Styles.TEXT_MUTED);
    Button trust = new Button(messages.get("login.confirm.trust"));
    trust.setId("login-confirm-trust");
    trust.getStyleClass().add(Styles.ACCENT);
    trust.setOnAction(event -> model.answer(true));
    Button refuse = new Button(messages.get("login.confirm.refuse"));
    refuse.setId("login-confirm-refuse");
    refuse.setCancelButton(true);
    refuse.setOnAction(event -> model.answer(false));
    HBox buttons = new HBox(10, refuse, trust);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox card = card(title, text, fingerprint, hint, buttons);
    card.setId("login-confirm");
    return card;
  }

  private static VBox card(Node... content) {
    VBox card = new VBox(20, content);
    card.getStyleClass().add("card");
    card.setMaxSize(CARD_WIDTH, Region.USE_PREF_SIZE);
    return card;
  }
}
