package org.plenum.console.resource.editor;

import java.util.function.Function;
import javafx.scene.control.TextInputControl;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.plenum.console.resource.FieldModel;

/** Keeps the text of a control and the value of a field in step. */
final class TextBinding {
  private TextBinding() {}

  /**
   * Binds them until the subscription ends. A value that is shown by the text already stays as it
   * is, so that showing it does not change it.
   *
   * @param shown text of a value
   * @param typed value of a text
   */
  static Subscription bind(
      FieldModel field,
      TextInputControl control,
      Function<@Nullable Object, String> shown,
      Function<String, @Nullable Object> typed) {
    return field
        .valueProperty()
        .subscribe(
            value -> {
              String text = shown.apply(value);
              if (!text.equals(control.getText())) {
                control.setText(text);
              }
            })
        .and(
            control
                .textProperty()
                .subscribe(
                    (before, now) -> {
                      if (!now.equals(shown.apply(field.get()))) {
                        field.valueProperty().set(typed.apply(now));
                      }
                    }));
  }

  /** The text of a text value. */
  static String textOf(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }
}
