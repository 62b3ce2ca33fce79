package org.plenum.console.resource.editor;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.plenum.console.resource.FieldModel;
import org.plenum.console.text.Times;

/** A value that only the platform sets. */
final class ShownText implements FieldEditor {
  private static final String NOTHING = "–";

  private final Label label = new Label();
  private final Subscription subscription;

  ShownText(FieldModel field, Times times) {
    label.setWrapText(true);
    subscription =
        field
            .valueProperty()
            .subscribe(
                value ->
                    label.setText(
                        switch (value) {
                          case null -> NOTHING;
                          case Instant time -> times.at(time);
                          case String text when text.isEmpty() -> NOTHING;
                          case String text -> field.type().choiceLabel(text);
                          case List<?> list when list.isEmpty() -> NOTHING;
                          case List<?> list ->
                              list.stream().map(String::valueOf).collect(Collectors.joining("\n"));
                          default -> value.toString();
                        }));
  }

  @Override
  public Region view() {
    return label;
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
