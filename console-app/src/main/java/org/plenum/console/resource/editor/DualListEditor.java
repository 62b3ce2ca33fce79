package org.plenum.console.resource.editor;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.plenum.console.concurrent.Task;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several objects of another resource: Available at the left, Chosen at the right (SYS-021). */
final class DualListEditor implements FieldEditor {
  private static final Logger LOG = LoggerFactory.getLogger(DualListEditor.class);
  private static final double HEIGHT = 170;
  private static final Duration TYPING_PAUSE = Duration.ofMillis(250);

  private final FieldModel field;
  private final References references;
  private final TaskExecutor tasks;
  private final Messages messages;
  private final HBox root = new HBox(10);
  private final ObservableList<References.Option> available = FXCollections.observableArrayList();
  private final ObservableList<References.Option> chosen = FXCollections.observableArrayList();
  private final Subscription subscription;
  private List<References.Option> found = List.of();
  private Task pendingSearch = Task.DONE;

  DualListEditor(FieldModel field, References references, TaskExecutor tasks, Messages messages) {
    this.field = field;
    this.references = references;
    this.tasks = tasks;
    this.messages = messages;
    String id = "field-" + field.type().name();
    TextField search = TextFields.createClearableTextField();
    search.setPromptText(messages.get("action.search"));
    search.setId(id + "-search");
    search
        .textProperty()
        .subscribe(
            (before, now) -> {
              pendingSearch.cancel();
              pendingSearch = tasks.schedule(TYPING_PAUSE, () -> search(now));
            });
    ListView<References.Option> left = list(id + "-available", available, "dual.none-available");
    ListView<References.Option> right = list(id + "-chosen", chosen, "dual.none-chosen");
    left.setOnMouseClicked(event -> ifTwice(event.getClickCount(), () -> add(left)));
    right.setOnMouseClicked(event -> ifTwice(event.getClickCount(), () -> remove(right)));
    Button add = button(id + "-add", MaterialDesignC.CHEVRON_RIGHT, "dual.add", () -> add(left));
    Button remove =
        button(id + "-remove", MaterialDesignC.CHEVRON_LEFT, "dual.remove", () -> remove(right));
    VBox buttons = new VBox(8, add, remove);
    buttons.setAlignment(Pos.CENTER);
    root.getChildren()
        .addAll(
            column(messages.get("dual.available"), search, left),
            buttons,
            column(messages.get("dual.chosen"), new Region(), right));
    root.setDisable(!field.editable());
    subscription = field.valueProperty().subscribe(this::show);
    search("");
  }

  private static void ifTwice(int clicks, Runnable action) {
    if (clicks == 2) {
      action.run();
    }
  }

  private VBox column(String title, Region top, ListView<References.Option> list) {
    Label label = new Label(title);
    label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    VBox column = new VBox(4, label);
    if (top instanceof TextField) {
      column.getChildren().add(top);
    }
    VBox.setVgrow(list, Priority.ALWAYS);
    column.getChildren().add(list);
    column.setPrefHeight(HEIGHT);
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setPrefWidth(HEIGHT);
    return column;
  }

  private ListView<References.Option> list(
      String id, ObservableList<References.Option> items, String emptyKey) {
    ListView<References.Option> list = new ListView<>(items);
    list.setId(id);
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    Label empty = new Label(messages.get(emptyKey));
    empty.getStyleClass().add(Styles.TEXT_MUTED);
    list.setPlaceholder(empty);
    return list;
  }

  private Button button(String id, Ikon icon, String key, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.setAccessibleText(messages.get(key));
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.setOnAction(event -> action.run());
    return button;
  }

  private void add(ListView<References.Option> from) {
    List<References.Option> all = new ArrayList<>(chosen);
    all.addAll(from.getSelectionModel().getSelectedItems());
    choose(all);
  }

  private void remove(ListView<References.Option> from) {
    List<References.Option> all = new ArrayList<>(chosen);
    all.removeAll(List.copyOf(from.getSelectionModel().getSelectedItems()));
    choose(all);
  }

  private void choose(List<References.Option> options) {
    chosen.setAll(options);
    field.valueProperty().set(options.stream().map(References.Option::id).toList());
    showAvailable();
  }

  private void search(String text) {
    tasks.run(
        () -> references.search(text),
        options -> {
          found = options;
          showAvailable();
        },
        failure -> LOG.info("nothing to choose from: the search failed", failure));
  }

  private void showAvailable() {
    available.setAll(found.stream().filter(option -> !chosen.contains(option)).toList());
  }

  private void show(Object value) {
    List<Long> ids = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(id -> ids.add((Long) id));
    }
    if (ids.equals(chosen.stream().map(References.Option::id).toList())) {
      return;
    }
    Set<Long> wanted = new HashSet<>(ids);
    tasks.run(
        () -> references.titles(wanted),
        titles -> {
          if (ids.equals(field.get())) {
            chosen.setAll(
                ids.stream()
                    .map(id -> new References.Option(id, titles.getOrDefault(id, "#" + id)))
                    .toList());
            showAvailable();
          }
        },
        failure -> LOG.info("the titles could not be fetched", failure));
  }

  @Override
  public Region view() {
    return root;
  }

  @Override
  public void close() {
    pendingSearch.cancel();
    subscription.unsubscribe();
  }
}
