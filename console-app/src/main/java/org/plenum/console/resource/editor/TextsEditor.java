package org.plenum.console.resource.editor;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.plenum.console.resource.FieldModel;

/** A list of texts, one in each line. */
final class TextsEditor implements FieldEditor {
  private static final int LINES = 4;

  private final TextArea control = new TextArea();
  private final Subscription subscription;

  TextsEditor(FieldModel field) {
    control.setPrefRowCount(LINES);
    control.setEditable(field.editable());
    subscription =
        field
            .valueProperty()
            .subscribe(
                value -> {
                  if (!linesOf(control.getText()).equals(value)) {
                    control.setText(
                        value instanceof List<?> list
                            ? list.stream().map(Object::toString).collect(Collectors.joining("\n"))
                            : "");
                  }
                })
            .and(
                control
                    .textProperty()
                    .subscribe((before, now) -> field.valueProperty().set(linesOf(now))));
  }

  private static List<String> linesOf(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
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
