package org.plenum.console.resource.editor;

import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.plenum.console.resource.FieldModel;
import org.plenum.console.text.Times;

/** A value that only the platform sets. */
final class ShownText implements FieldEditor {
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
                          case null -> "–";
                          case Instant time -> times.at(time);
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
