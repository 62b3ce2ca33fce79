package org.plenum.console.resource.editor;

import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.plenum.console.resource.FieldModel;

/** One of the values that the declaration names, by their labels. */
final class ChoiceEditor implements FieldEditor {
  private final ComboBox<String> control = new ComboBox<>();
  private final Subscription subscription;

  ChoiceEditor(FieldModel field) {
    field.type().choices().forEach(option -> control.getItems().add(option.wire()));
    if (field.type().nullable()) {
      control.getItems().addFirst("");
    }
    control.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String wire) {
            return wire == null ? "" : field.type().choiceLabel(wire);
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    control.setDisable(!field.editable());
    subscription =
        field
            .valueProperty()
            .subscribe(value -> control.setValue(value == null ? "" : value.toString()))
            .and(
                control
                    .valueProperty()
                    .subscribe(
                        (before, now) ->
                            field.valueProperty().set(now == null || now.isEmpty() ? null : now)));
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
