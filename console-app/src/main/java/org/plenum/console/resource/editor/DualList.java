package org.plenum.console.resource.editor;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.plenum.console.i18n.Messages;

/**
 * Two lists: Available at the left, Chosen at the right (SYS-021). Double click, Enter and the
 * buttons between them move what is selected.
 *
 * @param <T> what is chosen
 */
final class DualList<T> {
  private static final double HEIGHT = 200;
  private static final double WIDTH = 170;

  private final String id;
  private final Messages messages;
  private final Function<T, String> text;
  private final Consumer<List<T>> onChosen;
  private final ObservableList<T> available = FXCollections.observableArrayList();
  private final ObservableList<T> chosen = FXCollections.observableArrayList();
  private final HBox root = new HBox(10);

  /** Headings of the two lists. */
  record Titles(String available, String chosen) {}

  /**
   * Empty lists.
   *
   * @param titles headings of the two lists
   * @param above what stands above the available ones, such as a search box; may be none
   * @param onChosen hears of each new choice that is made here
   */
  DualList(
      String id,
      Messages messages,
      Function<T, String> text,
      Titles titles,
      List<Node> above,
      Consumer<List<T>> onChosen) {
    this.id = id;
    this.messages = messages;
    this.text = text;
    this.onChosen = onChosen;
    ListView<T> left = list("available", available, "dual.none-available");
    ListView<T> right = list("chosen", chosen, "dual.none-chosen");
    onMove(left, () -> add(left));
    onMove(right, () -> remove(right));
    VBox buttons =
        new VBox(
            8,
            button("add", MaterialDesignC.CHEVRON_RIGHT, "dual.add", () -> add(left)),
            button("remove", MaterialDesignC.CHEVRON_LEFT, "dual.remove", () -> remove(right)));
    buttons.setAlignment(Pos.CENTER);
    root.getChildren()
        .addAll(
            column(titles.available(), above, left),
            buttons,
            column(titles.chosen(), List.of(), right));
  }

  Region view() {
    return root;
  }

  List<T> chosen() {
    return List.copyOf(chosen);
  }

  /** Shows a choice that was made elsewhere. */
  void show(List<T> nowAvailable, List<T> nowChosen) {
    available.setAll(nowAvailable);
    chosen.setAll(nowChosen);
  }

  private static void onMove(ListView<?> list, Runnable action) {
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            action.run();
          }
        });
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            action.run();
          }
        });
  }

  private void add(ListView<T> from) {
    List<T> all = new ArrayList<>(chosen);
    all.addAll(from.getSelectionModel().getSelectedItems());
    onChosen.accept(List.copyOf(all));
  }

  private void remove(ListView<T> from) {
    List<T> all = new ArrayList<>(chosen);
    all.removeAll(List.copyOf(from.getSelectionModel().getSelectedItems()));
    onChosen.accept(List.copyOf(all));
  }

  private VBox column(String title, List<Node> above, ListView<T> list) {
    Label label = new Label(title);
    label.setLabelFor(list);
    label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    VBox column = new VBox(4, label);
    column.getChildren().addAll(above);
    VBox.setVgrow(list, Priority.ALWAYS);
    column.getChildren().add(list);
    column.setPrefHeight(HEIGHT);
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setPrefWidth(WIDTH);
    return column;
  }

  private ListView<T> list(String suffix, ObservableList<T> items, String emptyKey) {
    ListView<T> list = new ListView<>(items);
    list.setId(id + "-" + suffix);
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(
        view ->
            new ListCell<>() {
              @Override
              protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(item == null || empty ? null : text.apply(item));
              }
            });
    Label none = new Label(messages.get(emptyKey));
    none.getStyleClass().add(Styles.TEXT_MUTED);
    list.setPlaceholder(none);
    return list;
  }

  private Button button(String suffix, Ikon icon, String key, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id + "-" + suffix);
    button.setAccessibleText(messages.get(key));
    button.setTooltip(new Tooltip(messages.get(key)));
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.setOnAction(event -> action.run());
    return button;
  }
}
