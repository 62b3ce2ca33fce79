package org.plenum.console.resource;

import java.util.function.BooleanSupplier;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;

/**
 * Lets the rows of a table be moved by dragging, and by Alt with the arrow keys.
 *
 * @param <R> row of the table
 */
final class RowMoves<R> {
  private static final String DROP_STYLE = "drop-target";
  private static final int NONE = -1;

  private final TableView<R> table;
  private final BooleanSupplier allowed;
  private final Move move;
  private int dragged = NONE;

  /** What moves a row. */
  @FunctionalInterface
  interface Move {
    void move(int from, int to);
  }

  RowMoves(TableView<R> table, BooleanSupplier allowed, Move move) {
    this.table = table;
    this.allowed = allowed;
    this.move = move;
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  private void keyPressed(KeyEvent event) {
    boolean up = event.getCode() == KeyCode.UP;
    if (event.isAltDown() && (up || event.getCode() == KeyCode.DOWN)) {
      event.consume();
      if (table.getSelectionModel().getSelectedIndices().size() == 1) {
        int from = table.getSelectionModel().getSelectedIndex();
        moveIfAllowed(from, up ? from - 1 : from + 1);
      }
    }
  }

  private void moveIfAllowed(int from, int to) {
    int rows = table.getItems().size();
    if (allowed.getAsBoolean() && from >= 0 && to >= 0 && to < rows && from != to) {
      move.move(from, to);
    }
  }

  /** Makes a row one that can be dragged and dropped on. */
  void enable(TableRow<R> row) {
    row.setOnDragDetected(
        event -> {
          if (!row.isEmpty() && allowed.getAsBoolean()) {
            dragged = row.getIndex();
            ClipboardContent content = new ClipboardContent();
            content.putString(String.valueOf(dragged));
            row.startDragAndDrop(TransferMode.MOVE).setContent(content);
            event.consume();
          }
        });
    row.setOnDragOver(
        event -> {
          if (dragged != NONE && !row.isEmpty()) {
            event.acceptTransferModes(TransferMode.MOVE);
            event.consume();
          }
        });
    row.setOnDragEntered(event -> mark(row, dragged != NONE && !row.isEmpty()));
    row.setOnDragExited(event -> mark(row, false));
    row.setOnDragDropped(event -> drop(row, event));
    row.setOnDragDone(event -> dragged = NONE);
  }

  private static void mark(TableRow<?> row, boolean target) {
    row.getStyleClass().remove(DROP_STYLE);
    if (target) {
      row.getStyleClass().add(DROP_STYLE);
    }
  }

  private void drop(TableRow<R> row, DragEvent event) {
    int from = dragged;
    event.setDropCompleted(from != NONE);
    event.consume();
    if (from != NONE && !row.isEmpty()) {
      moveIfAllowed(from, row.getIndex());
    }
  }
}
