package org.plenum.console.resource.editor;

import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.plenum.console.resource.FieldModel;
import org.plenum.model.config.FieldType.Limits;

/** A whole number; nothing else can be typed. Its unit is in the label. */
final class NumberEditor implements FieldEditor {
  private static final double WIDTH = 160;
  private static final int MAX_DIGITS = 18;

  private final TextField control = new TextField();
  private final HBox root = new HBox(control);
  private final Subscription subscription;

  NumberEditor(FieldModel field) {
    Limits limits = field.type().limits();
    String allowed = limits.min() < 0 ? "-?[0-9]{0,18}" : "[0-9]{0,18}";
    control.setTextFormatter(
        new TextFormatter<>(change -> change.getControlNewText().matches(allowed) ? change : null));
    control.setEditable(field.editable());
    control.setMaxWidth(WIDTH);
    if (limits.max() < Integer.MAX_VALUE) {
      control.setPromptText(limits.min() + " – " + limits.max());
    }
    subscription =
        TextBinding.bind(
            field, control, value -> value == null ? "" : value.toString(), NumberEditor::numberOf);
  }

  private static @Nullable Long numberOf(String text) {
    boolean complete = !text.isEmpty() && !text.equals("-") && text.length() <= MAX_DIGITS;
    return complete ? Long.valueOf(text) : null;
  }

  @Override
  public HBox view() {
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
