package org.plenum.console.control;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import org.plenum.console.settings.Settings;
import org.plenum.console.settings.TableState;

/** Gives a table the arrangement that it had, and remembers what the administrator changes. */
public final class TableMemory {
  private final TableView<?> table;
  private final String name;
  private final Settings settings;

  private TableMemory(TableView<?> table, String name, Settings settings) {
    this.table = table;
    this.name = name;
    this.settings = settings;
  }

  /** Starts with what is remembered under a name. */
  public static void attach(TableView<?> table, String name, Settings settings) {
    TableMemory memory = new TableMemory(table, name, settings);
    memory.restore(table, settings.get().table(name));
    memory.listen();
  }

  private <R> void restore(TableView<R> view, TableState state) {
    List<TableColumn<R, ?>> columns = new ArrayList<>(view.getColumns());
    for (int i = state.columns().size() - 1; i >= 0; i--) {
      TableState.Column remembered = state.columns().get(i);
      columns.stream()
          .filter(column -> remembered.id().equals(column.getId()))
          .findFirst()
          .ifPresent(
              column -> {
                column.setPrefWidth(remembered.width());
                column.setVisible(remembered.visible());
                columns.remove(column);
                columns.addFirst(column);
              });
    }
    view.getColumns().setAll(columns);
    TableState.Sort sort = state.sort();
    if (sort != null) {
      columns.stream()
          .filter(column -> sort.column().equals(column.getId()))
          .findFirst()
          .ifPresent(
              column -> {
                column.setSortType(sort.descending() ? SortType.DESCENDING : SortType.ASCENDING);
                view.getSortOrder().setAll(List.of(column));
              });
    }
  }

  private void listen() {
    table.getColumns().addListener((ListChangeListener<TableColumn<?, ?>>) change -> remember());
    table.getSortOrder().addListener((ListChangeListener<TableColumn<?, ?>>) change -> remember());
    for (TableColumn<?, ?> column : table.getColumns()) {
      column.widthProperty().subscribe((before, now) -> remember());
      column.visibleProperty().subscribe((before, now) -> remember());
      column.sortTypeProperty().subscribe((before, now) -> remember());
    }
  }

  private void remember() {
    if (table.getColumns().isEmpty()) {
      // Columns are taken out and put back when they are rearranged.
      return;
    }
    List<TableState.Column> columns =
        table.getColumns().stream()
            .map(
                column ->
                    new TableState.Column(column.getId(), column.getWidth(), column.isVisible()))
            .toList();
    TableState.Sort sort =
        table.getSortOrder().stream()
            .findFirst()
            .map(
                column ->
                    new TableState.Sort(
                        column.getId(), column.getSortType() == SortType.DESCENDING))
            .orElse(null);
    settings.update(now -> now.withTable(name, new TableState(columns, sort)));
  }
}
