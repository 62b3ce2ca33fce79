package org.plenum.console.control;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.transformation.FilteredList;

/**
 * The values of a map as rows of a table. For the JavaFX thread.
 *
 * @param <K> identifies a row
 * @param <V> its state
 */
public final class LiveRows<K, V> implements AutoCloseable {
  private final ObservableMap<K, V> source;
  private final Map<K, LiveRow<V>> byKey = new HashMap<>();
  private final ObservableList<LiveRow<V>> rows =
      FXCollections.observableArrayList(row -> new Observable[] {row.valueProperty()});
  private final FilteredList<LiveRow<V>> filtered = new FilteredList<>(rows);
  private final MapChangeListener<K, V> listener = this::changed;

  /** Follows a map until closed. */
  public LiveRows(ObservableMap<K, V> source) {
    this.source = source;
    source.forEach(this::add);
    source.addListener(listener);
  }

  /** The rows that the filter lets through. */
  public ObservableList<LiveRow<V>> rows() {
    return filtered;
  }

  /** Number of rows, filtered or not. */
  public int total() {
    return rows.size();
  }

  /** Shows only rows whose state matches. */
  public void filter(Predicate<V> predicate) {
    filtered.setPredicate(row -> predicate.test(row.get()));
  }

  @Override
  public void close() {
    source.removeListener(listener);
  }

  private void changed(MapChangeListener.Change<? extends K, ? extends V> change) {
    LiveRow<V> row = byKey.get(change.getKey());
    if (!change.wasAdded()) {
      byKey.remove(change.getKey());
      rows.remove(row);
    } else if (row == null) {
      add(change.getKey(), change.getValueAdded());
    } else {
      row.set(change.getValueAdded());
    }
  }

  private void add(K key, V value) {
    LiveRow<V> row = new LiveRow<>(value);
    byKey.put(key, row);
    rows.add(row);
  }
}
