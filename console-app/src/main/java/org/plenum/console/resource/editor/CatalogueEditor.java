package org.plenum.console.resource.editor;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several objects of a catalogue that only the platform makes, such as permissions: a check box for
 * each, in groups by the first two words of their titles; what is alone comes together.
 */
final class CatalogueEditor implements FieldEditor {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueEditor.class);
  private static final double BOX_WIDTH = 290;

  private final FieldModel field;
  private final Messages messages;
  private final Map<Long, CheckBox> boxes = new HashMap<>();
  private final Map<CheckBox, List<References.Option>> groupBoxes = new HashMap<>();
  private final VBox root = new VBox(12);
  private final Subscription subscription;

  CatalogueEditor(FieldModel field, References references, TaskExecutor tasks, Messages messages) {
    this.field = field;
    this.messages = messages;
    root.setDisable(!field.editable());
    subscription = field.valueProperty().subscribe(value -> show());
    tasks.run(
        references::all,
        this::fill,
        failure -> {
          LOG.info("the choices could not be fetched", failure);
          root.getChildren().setAll(new Label(messages.get("list.failed")));
        });
  }

  private void fill(List<References.Option> options) {
    Map<String, Long> sizes =
        options.stream()
            .collect(Collectors.groupingBy(option -> group(option.title()), Collectors.counting()));
    Map<String, List<References.Option>> groups = new LinkedHashMap<>();
    options.forEach(
        option -> {
          String group = group(option.title());
          groups
              .computeIfAbsent(sizes.get(group) > 1 ? group : "", name -> new ArrayList<>())
              .add(option);
        });
    String rest = messages.get(groups.size() == 1 ? "catalogue.all" : "catalogue.others");
    groups.forEach(
        (name, members) -> {
          FlowPane pane = new FlowPane(14, 8);
          members.forEach(option -> pane.getChildren().add(box(option)));
          CheckBox all = new CheckBox(name.isEmpty() ? rest : name);
          all.getStyleClass().add(Styles.TEXT_BOLD);
          all.setOnAction(event -> chooseAll(members, all.isSelected()));
          groupBoxes.put(all, members);
          root.getChildren().add(new VBox(6, all, pane));
        });
    show();
  }

  /**
   * "May view status" and "May view logs" belong together; so do "node: read" and "node: write".
   */
  private static String group(String title) {
    int end = title.indexOf(':');
    if (end < 0) {
      end = title.indexOf(' ', title.indexOf(' ') + 1);
    }
    return end < 0 ? "" : title.substring(0, end);
  }

  private CheckBox box(References.Option option) {
    CheckBox box = new CheckBox(option.title());
    box.setId("field-" + field.type().name() + "-" + option.id());
    box.setPrefWidth(BOX_WIDTH);
    box.setOnAction(event -> chooseAll(List.of(option), box.isSelected()));
    boxes.put(option.id(), box);
    return box;
  }

  private void chooseAll(List<References.Option> options, boolean selected) {
    List<Object> chosen =
        new ArrayList<>(field.get() instanceof List<?> present ? present : List.of());
    options.forEach(option -> chosen.remove((Object) option.id()));
    if (selected) {
      options.forEach(option -> chosen.add(option.id()));
    }
    field.valueProperty().set(List.copyOf(chosen));
  }

  private void show() {
    List<?> chosen = field.get() instanceof List<?> list ? list : List.of();
    boxes.forEach((id, box) -> box.setSelected(chosen.contains(id)));
    groupBoxes.forEach(
        (box, members) ->
            box.setSelected(members.stream().allMatch(option -> chosen.contains(option.id()))));
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
