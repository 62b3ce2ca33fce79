package org.plenum.console.settings;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a table was arranged.
 *
 * @param columns from left to right, hidden ones too
 * @param sort the column to sort by and its direction; none for the table's own order
 */
public record TableState(List<Column> columns, @Nullable Sort sort) {
  /** A table as it comes. */
  public static final TableState INITIAL = new TableState(List.of(), null);

  /** Copies the columns. */
  public TableState {
    columns = columns == null ? List.of() : List.copyOf(columns);
  }

  /** Width in pixels; a column that was never resized has its own. */
  public record Column(String id, double width, boolean visible) {}

  /** Order of the rows. */
  public record Sort(String column, boolean descending) {}

  /** What is known of a column. */
  public Optional<Column> column(String id) {
    return columns.stream().filter(column -> column.id().equals(id)).findFirst();
  }
}
