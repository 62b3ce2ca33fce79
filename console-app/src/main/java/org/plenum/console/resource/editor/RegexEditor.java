package org.plenum.console.resource.editor;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;
import org.plenum.model.pattern.AliasPattern;

/** A regular expression, with a place to try it on a sample alias. */
final class RegexEditor implements FieldEditor {
  private final FieldModel field;
  private final Optional<FieldModel> replacement;
  private final Messages messages;
  private final TextEditor text;
  private final TextField sample = new TextField();
  private final Label result = new Label();
  private final Label groups = new Label();
  private final VBox root;
  private final Subscription subscription;

  /**
   * An editor.
   *
   * @param replacement the field with the text that is made of what matches, if there is one
   */
  RegexEditor(FieldModel field, Optional<FieldModel> replacement, Messages messages) {
    this.field = field;
    this.replacement = replacement;
    this.messages = messages;
    this.text = TextEditor.singleLine(field);
    text.view().getStyleClass().add("monospaced");
    String id = "field-" + field.type().name();
    sample.setId(id + "-sample");
    sample.setPromptText(messages.get("regex.sample"));
    sample.setAccessibleText(messages.get("regex.sample"));
    result.setId(id + "-result");
    result.setWrapText(true);
    groups.setId(id + "-groups");
    groups.setWrapText(true);
    groups.getStyleClass().addAll(Styles.TEXT_MUTED, "monospaced");
    groups.managedProperty().bind(groups.textProperty().isNotEmpty());
    root = new VBox(6, text.view(), new TrialPane(id, messages, sample, result, groups));
    Subscription changes =
        field
            .valueProperty()
            .subscribe(value -> tryIt())
            .and(sample.textProperty().subscribe(value -> tryIt()));
    subscription =
        replacement
            .map(other -> changes.and(other.valueProperty().subscribe(value -> tryIt())))
            .orElse(changes);
  }

  /** The work is bounded by {@link AliasPattern}, so that it does not hold up the window. */
  private void tryIt() {
    groups.setText("");
    String expression = field.get() instanceof String given ? given : "";
    if (expression.isEmpty() || sample.getText().isEmpty()) {
      result.setText(messages.get("regex.hint"));
      return;
    }
    Optional<String> problem = AliasPattern.problem(expression);
    if (problem.isPresent()) {
      result.setText(messages.get("regex.invalid", problem.get()));
      return;
    }
    AliasPattern pattern = AliasPattern.compile(expression);
    String template = replacement.map(FieldModel::get).map(Object::toString).orElse("");
    if (pattern.problemOfReplacement(template).isPresent()) {
      result.setText(messages.get("regex.invalid", pattern.problemOfReplacement(template).get()));
      return;
    }
    AliasPattern.Result made = pattern.replace(sample.getText(), template);
    result.setText(
        switch (made.outcome()) {
          case MATCHED -> messages.get("regex.matches", made.text());
          case NOT_MATCHED -> messages.get("regex.no-match");
          case TOO_EXPENSIVE -> messages.get("regex.too-expensive");
        });
    if (made.outcome() == AliasPattern.Outcome.MATCHED) {
      groups.setText(String.join("\n", new GroupValues(pattern).of(sample.getText())));
    }
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
