package org.plenum.console.resource.editor;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;
import org.plenum.console.resource.ResourceFormViewModel;
import org.plenum.model.config.Child;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;

/** The ordered list of an object's children, such as aliases: add, remove, reorder in place. */
final class ChildrenEditor implements FieldEditor {
  private final FieldModel field;
  private final ResourceType<?> childType;
  private final Messages messages;
  private final String id;
  private final VBox rowBox = new VBox(8);
  private final VBox root = new VBox(8, rowBox);
  private final List<Row> rows = new ArrayList<>();
  private final Subscription subscription;
  private boolean publishing;

  private final class Row {
    final @Nullable Long childId;
    final Values kept;
    final Map<String, TextField> texts = new LinkedHashMap<>();
    final Label error = new Label();

    Row(@Nullable Long childId, Values values) {
      this.childId = childId;
      this.kept = values;
      for (FieldType type : textFields()) {
        TextField text = new TextField(values.text(type.name()));
        text.setPromptText(type.label());
        text.setAccessibleText(type.label());
        text.setEditable(field.editable());
        text.textProperty().subscribe((before, now) -> publish());
        text.setOnKeyPressed(event -> keyPressed(event, this));
        texts.put(type.name(), text);
      }
      error.getStyleClass().add("field-error");
      error.setWrapText(true);
      error.visibleProperty().bind(error.textProperty().isNotEmpty());
      error.managedProperty().bind(error.visibleProperty());
    }

    void focus() {
      texts.values().iterator().next().requestFocus();
    }

    Child child() {
      Values values = childId == null ? Values.EMPTY : kept;
      for (Map.Entry<String, TextField> text : texts.entrySet()) {
        values = values.with(text.getKey(), text.getValue().getText());
      }
      return new Child(childId, values);
    }
  }

  ChildrenEditor(
      FieldModel field, ResourceType<?> childType, ResourceFormViewModel form, Messages messages) {
    this.field = field;
    this.childType = childType;
    this.messages = messages;
    this.id = "field-" + field.type().name();
    if (field.editable()) {
      Button add =
          new Button(
              messages.get("children.add", childType.label()), new FontIcon(MaterialDesignP.PLUS));
      add.setId(id + "-add");
      add.setOnAction(event -> insert(rows.size()));
      root.getChildren().add(add);
    }
    subscription =
        field
            .valueProperty()
            .subscribe(this::show)
            .and(form.childErrorsProperty().subscribe(this::showErrors));
  }

  private void insert(int index) {
    rows.add(index, new Row(null, Values.EMPTY));
    arrange();
    publish();
    rows.get(index).focus();
  }

  private void remove(int index) {
    rows.remove(index);
    arrange();
    publish();
    if (!rows.isEmpty()) {
      rows.get(Math.min(index, rows.size() - 1)).focus();
    }
  }

  /** Enter: another one below; Alt and an arrow: moves; Ctrl+Delete: removes. */
  private void keyPressed(KeyEvent event, Row row) {
    int index = rows.indexOf(row);
    if (!field.editable() || index < 0) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> insert(index + 1);
      case UP -> moveWithFocus(event, index, -1);
      case DOWN -> moveWithFocus(event, index, 1);
      case DELETE -> {
        if (event.isShortcutDown()) {
          remove(index);
        }
      }
      default -> {}
    }
  }

  private void moveWithFocus(KeyEvent event, int index, int by) {
    int to = index + by;
    if (event.isAltDown() && to >= 0 && to < rows.size()) {
      event.consume();
      move(index, by);
      rows.get(to).focus();
    }
  }

  /** What can be edited in place: texts that are the child's own. */
  private List<FieldType> textFields() {
    return childType.fields().stream()
        .filter(type -> type.kind() == Kind.TEXT && !type.readOnly())
        .toList();
  }

  private void show(Object value) {
    if (publishing) {
      return;
    }
    rows.clear();
    if (value instanceof List<?> children) {
      for (Object element : children) {
        Child child = (Child) element;
        rows.add(new Row(child.id(), child.values()));
      }
    }
    arrange();
  }

  private void publish() {
    publishing = true;
    field.valueProperty().set(rows.stream().map(Row::child).toList());
    publishing = false;
  }

  private void arrange() {
    rowBox.getChildren().clear();
    for (int i = 0; i < rows.size(); i++) {
      rowBox.getChildren().add(view(rows.get(i), i));
    }
    if (rows.isEmpty()) {
      Label none = new Label(messages.get("children.none"));
      none.getStyleClass().add(Styles.TEXT_MUTED);
      rowBox.getChildren().add(none);
    }
  }

  private Region view(Row row, int index) {
    HBox line = new HBox(8);
    line.setAlignment(Pos.CENTER_LEFT);
    row.texts.forEach(
        (name, text) -> {
          text.setId(id + "-" + index + "-" + name);
          HBox.setHgrow(text, Priority.ALWAYS);
          line.getChildren().add(text);
        });
    if (field.editable()) {
      Button up =
          button("up-" + index, MaterialDesignA.ARROW_UP, "children.up", () -> move(index, -1));
      up.setDisable(index == 0);
      Button down =
          button(
              "down-" + index, MaterialDesignA.ARROW_DOWN, "children.down", () -> move(index, 1));
      down.setDisable(index == rows.size() - 1);
      Button remove =
          button("remove-" + index, MaterialDesignC.CLOSE, "children.remove", () -> remove(index));
      line.getChildren().addAll(up, down, remove);
    }
    row.error.setId(id + "-" + index + "-error");
    return new VBox(2, line, row.error);
  }

  private Button button(String suffix, Ikon icon, String key, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id + "-" + suffix);
    button.setAccessibleText(messages.get(key));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setOnAction(event -> action.run());
    return button;
  }

  private void move(int index, int by) {
    Row row = rows.remove(index);
    rows.add(index + by, row);
    arrange();
    publish();
  }

  private void showErrors(Map<Integer, Violations> errors) {
    for (int i = 0; i < rows.size(); i++) {
      Violations found = errors.getOrDefault(i, Violations.NONE);
      rows.get(i)
          .error
          .setText(
              String.join("\n", found.messages().values().stream().flatMap(List::stream).toList()));
    }
  }

  @Override
  public Region view() {
    return root;
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
