package org.plenum.console.resource.editor;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.plenum.console.resource.FieldModel;
import org.plenum.console.text.Times;

/**
 * A time in the operator's zone. Text that is no time becomes the value as it is, so that the check
 * of the field says what is expected.
 */
final class TimeEditor implements FieldEditor {
  private static final double WIDTH = 220;

  private final TextField control = new TextField();
  private final HBox root = new HBox(8, control);
  private final Subscription subscription;

  TimeEditor(FieldModel field, Times times) {
    control.setPrefWidth(WIDTH);
    control.setPromptText(times.editable(times.now()));
    control.setEditable(field.editable());
    Label zone = new Label(times.zoneName());
    zone.getStyleClass().add(Styles.TEXT_MUTED);
    root.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().add(zone);
    // Fractions of a second are not shown; the binding keeps them.
    subscription =
        TextBinding.bind(
            field, control, value -> textOf(value, times), text -> valueOf(text, times));
  }

  private static String textOf(@Nullable Object value, Times times) {
    return switch (value) {
      case null -> "";
      case Instant time -> times.editable(time);
      default -> value.toString();
    };
  }

  private static @Nullable Object valueOf(String text, Times times) {
    if (text.isBlank()) {
      return null;
    }
    Optional<Instant> time = times.parse(text.strip());
    return time.isPresent() ? time.get() : text;
  }

  @Override
  public Region view() {
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
