package org.plenum.console.resource.editor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;
import org.plenum.model.template.TemplateDialect;

/** A template, with a place to see what it makes of sample values. */
final class TemplateEditor implements FieldEditor {
  private static final double GAP = 6;

  private final FieldModel field;
  private final Messages messages;
  private final TemplatePreview preview;
  private final TextEditor text;
  private final String id;
  private final GridPane samples = new GridPane(GAP * 2, GAP);
  private final Map<String, TextField> shown = new LinkedHashMap<>();

  /** What was entered once, so that a variable that comes back has its value again. */
  private final Map<String, String> entered = new HashMap<>();

  private final Label result = new Label();
  private final VBox root;
  private final Subscription subscription;

  /** An editor of templates of a dialect. */
  TemplateEditor(FieldModel field, TemplateDialect dialect, Messages messages) {
    this.field = field;
    this.messages = messages;
    this.preview = new TemplatePreview(dialect, messages);
    this.text =
        field.type().multiline() ? TextEditor.multiLine(field) : TextEditor.singleLine(field);
    this.id = "field-" + field.type().name();
    text.view().getStyleClass().add("monospaced");
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    samples.getColumnConstraints().addAll(new ColumnConstraints(), values);
    samples.managedProperty().bind(samples.visibleProperty());
    result.setId(id + "-result");
    result.setWrapText(true);
    result.getStyleClass().add("monospaced");
    root = new VBox(GAP, text.view(), new TrialPane(id, messages, samples, result));
    subscription = field.valueProperty().subscribe(value -> show());
  }

  private String source() {
    return field.get() instanceof String given ? given : "";
  }

  private void show() {
    preview
        .inputs(source())
        .filter(paths -> !paths.equals(List.copyOf(shown.keySet())))
        .ifPresent(this::showSamples);
    tryIt();
  }

  private void showSamples(List<String> paths) {
    samples.getChildren().clear();
    shown.clear();
    for (String path : paths) {
      Label name = new Label(path);
      name.getStyleClass().add("monospaced");
      TextField value = new TextField(entered.getOrDefault(path, preview.sample(path)));
      value.setId(id + "-sample-" + path);
      value.setPromptText(messages.get("template.absent"));
      name.setLabelFor(value);
      value
          .textProperty()
          .addListener(
              (property, before, now) -> {
                entered.put(path, now);
                tryIt();
              });
      samples.addRow(shown.size(), name, value);
      shown.put(path, value);
    }
    samples.setVisible(!paths.isEmpty());
  }

  /** The work is bounded by the template, so that it does not hold up the window. */
  private void tryIt() {
    if (source().isEmpty()) {
      result.setText(messages.get("template.hint"));
      return;
    }
    Map<String, String> values = new HashMap<>();
    shown.forEach((path, value) -> values.put(path, value.getText()));
    result.setText(preview.of(source(), values));
  }

  @Override
  public Region view() {
    return root;
  }

  @Override
  public Region control() {
    return text.view();
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    text.close();
  }
}
