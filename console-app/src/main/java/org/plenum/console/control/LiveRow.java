package org.plenum.console.control;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A row of a table that changes while it is looked at. The row stays the same object while its
 * value changes, so that selection and scroll position survive.
 *
 * @param <V> immutable state
 */
public final class LiveRow<V> {
  private final ReadOnlyObjectWrapper<V> value;

  LiveRow(V value) {
    this.value = new ReadOnlyObjectWrapper<>(value);
  }

  /** The state now. */
  public V get() {
    return value.get();
  }

  /** The state, to be told of changes. */
  public ReadOnlyObjectProperty<V> valueProperty() {
    return value.getReadOnlyProperty();
  }

  void set(V newValue) {
    value.set(newValue);
  }
}
