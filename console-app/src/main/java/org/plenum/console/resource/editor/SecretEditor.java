package org.plenum.console.resource.editor;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;

/**
 * A text that is never shown: whether there is one, a place to type another, and a way to clear it.
 * No value means that what is stored stays; an empty one clears it.
 */
final class SecretEditor implements FieldEditor {
  private final PasswordField control = new PasswordField();
  private final Label state = new Label();
  private final HBox root = new HBox(8, control, state);
  private final Subscription subscription;

  /**
   * An editor.
   *
   * @param exists whether the object is stored already
   * @param isSet whether it has a value there
   */
  SecretEditor(
      FieldModel field, boolean exists, ObservableValue<Boolean> isSet, Messages messages) {
    String id = "field-" + field.type().name();
    control.setEditable(field.editable());
    HBox.setHgrow(control, Priority.ALWAYS);
    root.setAlignment(Pos.CENTER_LEFT);
    state.setId(id + "-state");
    state.getStyleClass().add(Styles.TEXT_MUTED);
    state.setVisible(exists);
    state.setManaged(exists);
    Button clear = new Button(messages.get("secret.clear"));
    clear.setId(id + "-clear");
    clear.setOnAction(event -> field.valueProperty().set(""));
    boolean clearable = exists && field.editable() && !field.type().required();
    if (clearable) {
      root.getChildren().add(clear);
    }
    Runnable showState =
        () -> {
          state.setText(messages.get(stateKey(field.get(), isSet.getValue())));
          clear.setDisable(!isSet.getValue() || "".equals(field.get()));
        };
    subscription =
        TextBinding.bind(
                field, control, TextBinding::textOf, text -> text.isEmpty() && exists ? null : text)
            .and(isSet.subscribe(set -> showState.run()))
            .and(field.valueProperty().subscribe(value -> showState.run()));
  }

  private static String stateKey(@Nullable Object value, boolean isSet) {
    if (value == null) {
      return isSet ? "secret.set" : "secret.not-set";
    }
    return value.equals("") ? "secret.cleared" : "secret.replaced";
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
