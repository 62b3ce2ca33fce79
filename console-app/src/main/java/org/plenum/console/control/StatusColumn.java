package org.plenum.console.control;

import java.util.function.Function;

/**
 * A column of a status table.
 *
 * @param id for settings and tests
 * @param title heading
 * @param text what a cell shows
 * @param order what the column is sorted by
 * @param ticking whether the text changes with time alone
 * @param width first width in pixels
 * @param <V> state of a row
 */
public record StatusColumn<V>(
    String id,
    String title,
    Function<V, String> text,
    Function<V, ? extends Comparable<?>> order,
    boolean ticking,
    double width) {
  /** A column that is sorted by its text. */
  public static <V> StatusColumn<V> of(
      String id, String title, Function<V, String> text, double width) {
    return new StatusColumn<>(id, title, text, text, false, width);
  }

  /** A column that is sorted by something else than its text. */
  public static <V, C extends Comparable<C>> StatusColumn<V> ordered(
      String id, String title, Function<V, String> text, Function<V, C> order, double width) {
    return new StatusColumn<>(id, title, text, order, false, width);
  }

  /** A column whose text changes every second. */
  public static <V, C extends Comparable<C>> StatusColumn<V> ticking(
      String id, String title, Function<V, String> text, Function<V, C> order, double width) {
    return new StatusColumn<>(id, title, text, order, true, width);
  }
}
