package org.plenum.console.resource.certificate;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.plenum.console.control.ActionDialog;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FileChoice;
import org.plenum.console.resource.certificate.CertificateImportViewModel.State;
import org.plenum.rpc.console.ImportedCertificate;

/** Asks for files and the passphrase of their keys, and shows what became of the certificates. */
final class CertificateImportDialog {
  private static final double WIDTH = 680;
  private static final double RESULT_HEIGHT = 240;

  private final CertificateImportViewModel model;
  private final Messages messages;
  private final ActionDialog dialog;
  private final Button choose;
  private final Label chosen = new Label();
  private final PasswordField passphrase = new PasswordField();
  private final Label problem = new Label();
  private final Label summary = new Label();
  private final VBox question;
  private final TableView<ImportedCertificate> result = new TableView<>();

  CertificateImportDialog(
      CertificateImportViewModel model, FileChoice files, Window owner, Messages messages) {
    this.model = model;
    this.messages = messages;
    choose =
        new Button(
            messages.get("certificates.choose"), new FontIcon(MaterialDesignF.FILE_UPLOAD_OUTLINE));
    choose.setId("certificates-choose");
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.setOnAction(event -> model.choose(files.openSeveral()));
    question = question();
    setUpResult();
    dialog =
        new ActionDialog(
            owner,
            "certificates",
            messages.get("certificates.title"),
            content(),
            messages.get("certificates.apply"),
            messages.get("action.cancel"),
            model::send);
    model.stateProperty().subscribe(state -> update());
    model.filesProperty().subscribe(now -> update());
    model.problemProperty().subscribe(text -> update());
  }

  void show() {
    dialog.show();
  }

  private VBox question() {
    Label text = new Label(messages.get("certificates.text"));
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    chosen.setId("certificates-files");
    chosen.setWrapText(true);
    chosen.getStyleClass().add(Styles.TEXT_MUTED);
    HBox.setHgrow(chosen, Priority.ALWAYS);
    HBox files = new HBox(12, choose, chosen);
    files.setAlignment(Pos.CENTER_LEFT);
    Label label = new Label(messages.get("certificates.passphrase"));
    label.setLabelFor(passphrase);
    passphrase.setId("certificates-passphrase");
    passphrase.textProperty().bindBidirectional(model.passphraseProperty());
    return new VBox(12, text, files, new VBox(4, label, passphrase));
  }

  private void setUpResult() {
    result.setId("certificates-result");
    result.setPrefHeight(RESULT_HEIGHT);
    result.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    result
        .getColumns()
        .setAll(
            List.of(
                column("certificates.column.effect", 100, this::effect),
                column("certificates.column.subject", 180, ImportedCertificate::getSubject),
                column("certificates.column.issuer", 180, ImportedCertificate::getIssuer),
                column("certificates.column.list", 200, this::list)));
  }

  private TableColumn<ImportedCertificate, String> column(
      String heading, double width, Function<ImportedCertificate, String> value) {
    TableColumn<ImportedCertificate, String> column = new TableColumn<>(messages.get(heading));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(
        features -> new ReadOnlyStringWrapper(value.apply(features.getValue())));
    return column;
  }

  private String effect(ImportedCertificate one) {
    return messages.get("certificates.effect." + one.getEffect().name().toLowerCase(Locale.ROOT));
  }

  private String list(ImportedCertificate one) {
    return messages.get("certificates.list." + one.getResource());
  }

  private VBox content() {
    problem.setId("certificates-problem");
    problem.setWrapText(true);
    problem.getStyleClass().add(Styles.DANGER);
    summary.setId("certificates-summary");
    VBox content = new VBox(12, question, problem, summary, result);
    content.setPrefWidth(WIDTH);
    VBox.setVgrow(result, Priority.ALWAYS);
    return content;
  }

  private void update() {
    boolean done = model.stateProperty().get() == State.DONE;
    boolean sending = model.stateProperty().get() == State.SENDING;
    chosen.setText(
        model.filesProperty().get().isEmpty()
            ? messages.get("certificates.no-files")
            : model.names());
    problem.setText(model.problemProperty().get());
    summary.setText(model.summary());
    result.getItems().setAll(model.importedProperty().get());
    question.setDisable(sending);
    ActionDialog.show(question, !done);
    ActionDialog.show(problem, !problem.getText().isEmpty());
    ActionDialog.show(summary, done);
    ActionDialog.show(result, done);
    ActionDialog.show(dialog.action(), !done);
    dialog.action().setDisable(sending || model.filesProperty().get().isEmpty());
    dialog.closing().setText(messages.get(done ? "action.close" : "action.cancel"));
    dialog.fit();
  }
}
