package org.plenum.console.ui;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.plenum.console.control.StatusColumn;

/** The main window: navigation, lists, forms, status tables. */
public final class MainScreen {
  /** Entries of the navigation above the one that is looked for. */
  private static final int CONTEXT = 6;

  private final Screen screen;

  MainScreen(Screen screen) {
    this.screen = screen;
  }

  /** Opens a page by its key: {@code live-view}, {@code virtual-meeting-rooms}, … */
  public MainScreen open(String key) {
    revealEntry(key);
    screen.click("nav-" + key);
    return this;
  }

  private void revealEntry(String key) {
    TreeView<?> tree = (TreeView<?>) screen.await("navigation");
    Screen.onFx(
        () -> {
          revealEntry(tree, key);
          return null;
        });
  }

  private static <E> void revealEntry(TreeView<E> tree, String key) {
    for (TreeItem<E> menu : tree.getRoot().getChildren()) {
      for (TreeItem<E> entry : menu.getChildren()) {
        if (String.valueOf(entry.getValue()).contains("key=" + key + ",")) {
          menu.setExpanded(true);
          tree.scrollTo(Math.max(0, tree.getRow(entry) - CONTEXT));
        }
      }
    }
  }

  /** Waits for a heading. */
  public MainScreen onPage(String title) {
    screen.awaitText("page-title", title);
    return this;
  }

  /** The texts of a table's visible columns, row by row; columns separated by a bar. */
  public List<String> rows(String tableId) {
    TableView<?> table = (TableView<?>) screen.await(tableId);
    return Screen.onFx(() -> rowsOf(table));
  }

  private static <R> List<String> rowsOf(TableView<R> table) {
    return table.getItems().stream()
        .map(
            item ->
                table.getVisibleLeafColumns().stream()
                    .map(column -> text(column, item))
                    .collect(Collectors.joining(" | ")))
        .toList();
  }

  /** Cells hold a text, or a state that their column turns into one. */
  @SuppressWarnings("unchecked") // a column's declaration is about the values of its cells
  private static <R> String text(TableColumn<R, ?> column, R item) {
    Object value = column.getCellData(item);
    return value != null && column.getUserData() instanceof StatusColumn<?> declared
        ? ((StatusColumn<Object>) declared).text().apply(value)
        : Objects.toString(value, "");
  }

  /** Waits until a table has a row that contains a text. */
  public MainScreen awaitRow(String tableId, String part) {
    Screen.patiently("row with '%s' in #%s".formatted(part, tableId))
        .until(() -> rows(tableId).stream().anyMatch(row -> row.contains(part)));
    return this;
  }

  /** Waits until no row of a table contains a text. */
  public MainScreen awaitNoRow(String tableId, String part) {
    Screen.patiently("no row with '%s' in #%s".formatted(part, tableId))
        .until(() -> rows(tableId).stream().noneMatch(row -> row.contains(part)));
    return this;
  }

  /** Waits until a tree table has a line that contains a text. */
  public MainScreen awaitTree(String treeId, String part) {
    TreeTableView<?> tree = (TreeTableView<?>) screen.await(treeId);
    Screen.patiently("line with '%s' in #%s".formatted(part, treeId))
        .until(() -> Screen.onFx(() -> contains(tree.getRoot(), part)));
    return this;
  }

  private static boolean contains(TreeItem<?> item, String part) {
    return String.valueOf(item.getValue()).contains(part)
        || item.getChildren().stream().anyMatch(child -> contains(child, part));
  }

  /** Selects the row that contains a text. */
  public MainScreen select(String tableId, String part) {
    awaitRow(tableId, part);
    int index = indexOf(tableId, part);
    TableView<?> table = (TableView<?>) screen.await(tableId);
    Screen.onFx(
        () -> {
          table.requestFocus();
          table.scrollTo(index);
          table.getSelectionModel().clearAndSelect(index);
          return null;
        });
    return this;
  }

  /** Selects the row that contains a text in addition to those that are selected. */
  public MainScreen selectToo(String tableId, String part) {
    awaitRow(tableId, part);
    int index = indexOf(tableId, part);
    TableView<?> table = (TableView<?>) screen.await(tableId);
    Screen.onFx(
        () -> {
          table.getSelectionModel().select(index);
          return null;
        });
    return this;
  }

  private int indexOf(String tableId, String part) {
    List<String> rows = rows(tableId);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).contains(part)) {
        return i;
      }
    }
    throw new AssertionError("no row with '%s' in %s".formatted(part, rows));
  }

  /** Opens the row that contains a text, by the Enter key. */
  public MainScreen openRow(String tableId, String part) {
    select(tableId, part);
    screen.press(KeyCode.ENTER);
    return this;
  }

  /** Presses the button that adds an object to the list. */
  public MainScreen add() {
    screen.click("list-add");
    return this;
  }

  /** Types into a field of the form. */
  public MainScreen fill(String field, String text) {
    screen.type("field-" + field, text);
    return this;
  }

  /** Adds an alias, or another child, whose text this is. */
  public MainScreen addChild(String list, int index, String field, String text) {
    screen.click("field-" + list + "-add");
    screen.type("field-" + list + "-" + index + "-" + field, text);
    return this;
  }

  /** Types into a child that is there already. */
  public MainScreen fillChild(String list, int index, String field, String text) {
    screen.type("field-" + list + "-" + index + "-" + field, text);
    return this;
  }

  /** Saves the form. */
  public MainScreen save() {
    screen.click("form-save");
    return this;
  }

  /** Brings a part of a form into view. */
  public MainScreen reveal(String id) {
    screen.await(id);
    screen.bringIntoView(id);
    return this;
  }

  /** Waits for an error at a field. */
  public MainScreen fieldError(String field, String part) {
    screen.awaitText("error-" + field, part);
    return this;
  }

  /** Waits for an error at a child. */
  public MainScreen childError(String list, int index, String part) {
    screen.awaitText("field-" + list + "-" + index + "-error", part);
    return this;
  }

  /** Answers a question with yes. */
  public MainScreen confirm() {
    screen.click("dialog-confirm");
    screen.awaitGone("dialog");
    return this;
  }

  /** Text of a line on a details page. */
  public String property(String id) {
    return Screen.onFx(() -> ((Label) screen.find(id).orElseThrow()).getText());
  }
}
