package org.plenum.console.resource.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names separated by commas: ticked in a menu of suggestions, or typed (SYS-306). */
final class NameListEditor implements FieldEditor {
  private static final Logger LOG = LoggerFactory.getLogger(NameListEditor.class);

  private final FieldModel field;
  private final TextEditor text;
  private final MenuButton menu;
  private final HBox root;

  /**
   * @param suggestions asks for the names that can be ticked; blocks
   */
  NameListEditor(
      FieldModel field, Callable<List<String>> suggestions, TaskExecutor tasks, Messages messages) {
    this.field = field;
    this.text = TextEditor.singleLine(field);
    this.menu = new MenuButton(messages.get("names.choose"));
    this.root = new HBox(8, text.view(), menu);
    HBox.setHgrow(text.view(), Priority.ALWAYS);
    menu.setId("names-" + field.type().name());
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.visibleProperty().set(false);
    menu.managedProperty().bind(menu.visibleProperty());
    if (field.editable()) {
      tasks.run(
          suggestions,
          names -> offer(names, messages),
          failure -> LOG.info("nothing to choose from: it could not be fetched", failure));
    }
  }

  private void offer(List<String> names, Messages messages) {
    MenuItem all = new MenuItem(messages.get("names.all"));
    all.setOnAction(event -> names.forEach(name -> choose(name, true)));
    menu.getItems().setAll(all, new SeparatorMenuItem());
    for (String name : names) {
      CheckBox box = new CheckBox(name);
      box.setOnAction(event -> choose(name, box.isSelected()));
      menu.showingProperty().subscribe(() -> box.setSelected(isChosen(name)));
      menu.getItems().add(new CustomMenuItem(box, false));
    }
    menu.setVisible(!names.isEmpty());
  }

  private List<String> chosen() {
    return Arrays.stream(TextBinding.textOf(field.get()).split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Case makes no difference in names of hosts. */
  private boolean isChosen(String name) {
    return chosen().stream().anyMatch(name::equalsIgnoreCase);
  }

  private void choose(String name, boolean wanted) {
    List<String> names = new ArrayList<>(chosen());
    names.removeIf(name::equalsIgnoreCase);
    if (wanted) {
      names.add(name);
    }
    field.valueProperty().set(String.join(", ", names));
  }

  @Override
  public Region view() {
    return root;
  }

  @Override
  public Region control() {
    return text.control();
  }

  @Override
  public void close() {
    text.close();
  }
}
