package org.plenum.console.resource.editor;

import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.plenum.console.resource.FieldModel;

/** Text in one line or in several. */
final class TextEditor implements FieldEditor {
  private static final int LINES = 8;

  private final TextInputControl control;
  private final Subscription subscription;

  private TextEditor(FieldModel field, TextInputControl control) {
    this.control = control;
    control.setEditable(field.editable());
    subscription =
        TextBinding.bind(
            field,
            control,
            TextBinding::textOf,
            text -> text.isEmpty() && field.type().nullable() ? null : text);
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

  @Override
  public Region view() {
    return control;
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
