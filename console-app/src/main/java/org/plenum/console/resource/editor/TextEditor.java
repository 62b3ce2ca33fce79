package org.plenum.console.resource.editor;

import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.plenum.console.resource.FieldModel;

/** Text in one line, in several lines, or hidden. */
final class TextEditor implements FieldEditor {
  private static final int LINES = 8;

  private final TextInputControl control;
  private final Subscription subscription;

  private TextEditor(FieldModel field, TextInputControl control) {
    this.control = control;
    control.setEditable(field.editable());
    subscription =
        field
            .valueProperty()
            .subscribe(
                value -> {
                  String text = value instanceof String given ? given : "";
                  if (!text.equals(control.getText())) {
                    control.setText(text);
                  }
                })
            .and(
                control
                    .textProperty()
                    .subscribe(
                        (before, now) ->
                            field
                                .valueProperty()
                                .set(now.isEmpty() && field.type().nullable() ? null : now)));
  }

  static TextEditor singleLine(FieldModel field) {
    return new TextEditor(field, new TextField());
  }

  static TextEditor multiLine(FieldModel field) {
    TextArea area = new TextArea();
    area.setPrefRowCount(LINES);
    area.getStyleClass().add("monospaced");
    return new TextEditor(field, area);
  }

  static TextEditor secret(FieldModel field, String prompt) {
    PasswordField password = new PasswordField();
    password.setPromptText(prompt);
    return new TextEditor(field, password);
  }

  @Override
  public Region view() {
    return control;
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
