package org.plenum.console.resource.editor;

import atlantafx.base.theme.Styles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;
import org.plenum.console.resource.FileChoice;
import org.plenum.console.text.Times;
import org.plenum.model.pki.CertificateDetails;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PkiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Certificates or keys in PEM form: pasted, or loaded from a file; below, what they say. */
final class PemEditor implements FieldEditor {
  private static final Logger LOG = LoggerFactory.getLogger(PemEditor.class);
  private static final int LINES = 6;

  private final FieldModel field;
  private final FileChoice fileChoice;
  private final TaskExecutor tasks;
  private final Messages messages;
  private final Times times;
  private final TextArea control = new TextArea();
  private final Label summary = new Label();
  private final VBox root = new VBox(6);
  private final Subscription subscription;

  PemEditor(
      FieldModel field, FileChoice fileChoice, TaskExecutor tasks, Messages messages, Times times) {
    this.field = field;
    this.fileChoice = fileChoice;
    this.tasks = tasks;
    this.messages = messages;
    this.times = times;
    String id = "field-" + field.type().name();
    control.setPrefRowCount(LINES);
    control.setEditable(field.editable());
    control.getStyleClass().add("monospaced");
    control.setPromptText(messages.get("pem.prompt"));
    summary.setId(id + "-summary");
    summary.setWrapText(true);
    summary.getStyleClass().add(Styles.TEXT_SMALL);
    summary.managedProperty().bind(summary.textProperty().isNotEmpty());
    root.getChildren().addAll(control, summary);
    if (field.editable()) {
      Button load =
          new Button(messages.get("pem.load"), new FontIcon(MaterialDesignF.FILE_UPLOAD_OUTLINE));
      load.setId(id + "-load");
      load.setOnAction(event -> fileChoice.open().ifPresent(this::load));
      root.getChildren().add(1, new HBox(load));
    }
    subscription =
        TextBinding.bind(field, control, TextBinding::textOf, text -> text)
            .and(
                field
                    .valueProperty()
                    .subscribe(value -> summary.setText(summaryOf(TextBinding.textOf(value)))));
  }

  private void load(Path file) {
    int longest = field.type().limits().maxLength();
    tasks.run(
        () -> {
          if (Files.size(file) > longest) {
            throw new IllegalArgumentException(file + " is too long");
          }
          return Files.readString(file);
        },
        text -> field.valueProperty().set(text),
        failure -> {
          LOG.info("{} could not be loaded", file, failure);
          summary.setText(messages.get("pem.not-loaded", file.getFileName()));
        });
  }

  private String summaryOf(String text) {
    if (text.isBlank()) {
      return "";
    }
    try {
      PemBundle bundle = PemBundle.parse(text);
      Stream<String> certificates =
          bundle.certificates().stream().map(CertificateDetails::of).map(this::describe);
      Stream<String> keys =
          bundle.privateKeys().stream().map(key -> messages.get("pem.key", key.getAlgorithm()));
      return Stream.concat(certificates, keys).collect(Collectors.joining("\n"));
    } catch (PkiException e) {
      return messages.get("pem.unreadable", e.getMessage());
    }
  }

  private String describe(CertificateDetails certificate) {
    return messages.get(
        "pem.certificate",
        certificate.subjectName(),
        certificate.issuerName(),
        times.at(certificate.endDate()));
  }

  @Override
  public Region view() {
    return root;
  }

  @Override
  public Region control() {
    return control;
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
