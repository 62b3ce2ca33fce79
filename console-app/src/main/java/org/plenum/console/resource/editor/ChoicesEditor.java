package org.plenum.console.resource.editor;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.plenum.console.resource.FieldModel;
import org.plenum.model.config.FieldType.Option;

/** Several of the values that the declaration names. */
final class ChoicesEditor implements FieldEditor {
  private final FlowPane root = new FlowPane(16, 8);
  private final Subscription subscription;

  ChoicesEditor(FieldModel field) {
    root.setDisable(!field.editable());
    List<CheckBox> boxes = new ArrayList<>();
    for (Option option : field.type().choices()) {
      CheckBox box = new CheckBox(option.label());
      box.setId("field-" + field.type().name() + "-" + option.wire());
      box.setOnAction(event -> toggle(field, option.wire(), box.isSelected()));
      boxes.add(box);
    }
    root.getChildren().addAll(boxes);
    subscription =
        field
            .valueProperty()
            .subscribe(
                value -> {
                  for (int i = 0; i < boxes.size(); i++) {
                    boxes
                        .get(i)
                        .setSelected(
                            value instanceof List<?> list
                                && list.contains(field.type().choices().get(i).wire()));
                  }
                });
  }

  /** Keeps the order in which the values were chosen: of codecs it is the order of preference. */
  private static void toggle(FieldModel field, String wire, boolean selected) {
    List<Object> values = new ArrayList<>(field.get() instanceof List<?> list ? list : List.of());
    values.remove(wire);
    if (selected) {
      values.add(wire);
    }
    field.valueProperty().set(List.copyOf(values));
  }

  @Override
  public Region view() {
    return root;
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
