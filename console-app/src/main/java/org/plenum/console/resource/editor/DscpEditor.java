package org.plenum.console.resource.editor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;

/** A mark of packets: its number, and beside it the name that network administrators use. */
final class DscpEditor implements FieldEditor {
  /** RFC 2474, RFC 2597, RFC 3246 and RFC 5865. */
  private static final List<Name> NAMES =
      Stream.concat(
              Stream.of(
                  new Name("CS0", 0),
                  new Name("CS1", 8),
                  new Name("CS2", 16),
                  new Name("CS3", 24),
                  new Name("CS4", 32),
                  new Name("CS5", 40),
                  new Name("CS6", 48),
                  new Name("CS7", 56),
                  new Name("EF", 46),
                  new Name("VOICE-ADMIT", 44)),
              Stream.of(1, 2, 3, 4)
                  .flatMap(
                      group ->
                          Stream.of(1, 2, 3)
                              .map(drop -> new Name("AF" + group + drop, 8L * group + 2 * drop))))
          .toList();

  private final NumberEditor number;
  private final ComboBox<@Nullable Name> names = new ComboBox<>();
  private final Subscription subscription;

  private record Name(String text, long value) {}

  DscpEditor(FieldModel field, Messages messages) {
    number = new NumberEditor(field);
    names.getItems().addAll(NAMES);
    names.setId("field-" + field.type().name() + "-name");
    names.setPromptText(messages.get("dscp.name"));
    names.setAccessibleText(messages.get("dscp.name"));
    names.setDisable(!field.editable());
    names.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Name name) {
            return name == null ? "" : name.text() + " – " + name.value();
          }

          @Override
          public @Nullable Name fromString(String text) {
            return null;
          }
        });
    number.view().getChildren().add(names);
    subscription =
        field
            .valueProperty()
            .subscribe(value -> names.setValue(named(value).orElse(null)))
            .and(
                names
                    .valueProperty()
                    .subscribe(
                        (before, now) -> {
                          if (now != null) {
                            field.valueProperty().set(now.value());
                          }
                        }));
  }

  private static Optional<Name> named(@Nullable Object value) {
    return NAMES.stream().filter(name -> Objects.equals(value, name.value())).findFirst();
  }

  @Override
  public HBox view() {
    return number.view();
  }

  @Override
  public Region control() {
    return number.control();
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    number.close();
  }
}
