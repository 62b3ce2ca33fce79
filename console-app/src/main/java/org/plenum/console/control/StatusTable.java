package org.plenum.console.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/**
 * A table of live rows: sorted by any column, columns chosen by the administrator, cells that
 * change in place.
 *
 * @param <V> state of a row
 */
public final class StatusTable<V> implements AutoCloseable {
  private static final double ROW_HEIGHT = 34;

  private final TableView<LiveRow<V>> table = new TableView<>();
  private final List<TickingCell> tickingCells = new ArrayList<>();
  private final Runnable untick;
  private Runnable onOpen = () -> {};

  /** A table with an identifier for tests. */
  public StatusTable(
      String id, List<StatusColumn<V>> columns, ObservableList<LiveRow<V>> rows, Ticker ticker) {
    table.setId(id);
    table.setFixedCellSize(ROW_HEIGHT);
    table.setTableMenuButtonVisible(true);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    columns.forEach(column -> table.getColumns().add(tableColumn(column)));
    SortedList<LiveRow<V>> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.getSortOrder().add(table.getColumns().getFirst());
    table.setRowFactory(view -> openable());
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && selected().isPresent()) {
            onOpen.run();
          }
        });
    untick = ticker.onTick(() -> List.copyOf(tickingCells).forEach(TickingCell::show));
  }

  /** The control. */
  public TableView<LiveRow<V>> view() {
    return table;
  }

  /** The selected row. */
  public Optional<V> selected() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(LiveRow::get);
  }

  /** The selected row, to be told when another is selected. */
  public ReadOnlyObjectProperty<LiveRow<V>> selectedProperty() {
    return table.getSelectionModel().selectedItemProperty();
  }

  /** What a double click or Enter on a row does. */
  public void onOpen(Consumer<V> action) {
    onOpen = () -> selected().ifPresent(action);
  }

  /** What is shown when there are no rows. */
  public void placeholder(Node node) {
    table.setPlaceholder(node);
  }

  @Override
  public void close() {
    untick.run();
  }

  private TableRow<LiveRow<V>> openable() {
    TableRow<LiveRow<V>> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY
              && event.getClickCount() == 2
              && !row.isEmpty()) {
            onOpen.run();
          }
        });
    return row;
  }

  private TableColumn<LiveRow<V>, V> tableColumn(StatusColumn<V> declared) {
    TableColumn<LiveRow<V>, V> column = new TableColumn<>(declared.title());
    column.setId(declared.id());
    column.setUserData(declared);
    column.setPrefWidth(declared.width());
    column.setMinWidth(60);
    column.setCellValueFactory(features -> features.getValue().valueProperty());
    column.setComparator(comparator(declared));
    column.setCellFactory(
        view -> declared.ticking() ? new TickingCell(declared) : new TextCell(declared));
    return column;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a column's keys are all of one type
  private static <V> Comparator<V> comparator(StatusColumn<V> declared) {
    return (one, other) ->
        ((Comparable) declared.order().apply(one)).compareTo(declared.order().apply(other));
  }

  private class TextCell extends TableCell<LiveRow<V>, V> {
    private final StatusColumn<V> declared;

    TextCell(StatusColumn<V> declared) {
      this.declared = declared;
    }

    @Override
    protected void updateItem(@Nullable V value, boolean empty) {
      super.updateItem(value, empty);
      setText(value == null || empty ? null : declared.text().apply(value));
    }
  }

  private final class TickingCell extends TextCell {
    TickingCell(StatusColumn<V> declared) {
      super(declared);
      tickingCells.add(this);
    }

    void show() {
      updateItem(getItem(), isEmpty());
    }
  }
}
