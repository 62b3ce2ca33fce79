package org.plenum.console.resource;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;

/** A field of a form: its value, whether it counts now, and what is wrong with it. */
public final class FieldModel {
  private final FieldType type;
  private final boolean editable;
  private final ObjectProperty<@Nullable Object> value = new SimpleObjectProperty<>();
  private final BooleanProperty visible = new SimpleBooleanProperty(true);
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private @Nullable Object initial;

  FieldModel(FieldType type, boolean editable) {
    this.type = type;
    this.editable = editable;
    value.subscribe(now -> changed.set(!Objects.equals(now, initial)));
  }

  /** Its declaration. */
  public FieldType type() {
    return type;
  }

  /** Whether the administrator may change it here. */
  public boolean editable() {
    return editable;
  }

  /** The value in the form of {@link org.plenum.model.config.Values}. */
  public ObjectProperty<@Nullable Object> valueProperty() {
    return value;
  }

  /** The value. */
  public @Nullable Object get() {
    return value.get();
  }

  /** Whether it counts with the values that other fields have. */
  public BooleanProperty visibleProperty() {
    return visible;
  }

  /** What is wrong; empty when nothing is known to be. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** Whether it differs from what is stored. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** What is stored is this; the field shows it. */
  void load(@Nullable Object stored) {
    initial = normal(stored);
    value.set(initial);
    changed.set(false);
    error.set("");
  }

  /** Shows a value that is not stored yet. */
  void propose(@Nullable Object proposed) {
    value.set(normal(proposed));
  }

  /** Shows what is stored. */
  void reset() {
    value.set(initial);
    error.set("");
  }

  void showErrors(List<String> messages) {
    error.set(String.join("\n", messages));
  }

  /** Whether this is a secret that is neither replaced nor cleared. */
  boolean keepsSecret() {
    return type.secret() && value.get() == null;
  }

  private @Nullable Object normal(@Nullable Object any) {
    if (type.secret()) {
      // What is stored is never known here: no value means that it stays.
      return any;
    }
    if (any == null && (type.kind() == Kind.TEXT && !type.nullable())) {
      return "";
    }
    return any == null && type.kind().isList() ? List.of() : any;
  }
}
