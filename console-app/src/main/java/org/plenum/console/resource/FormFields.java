package org.plenum.console.resource;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.editor.FieldEditor;
import org.plenum.console.resource.editor.FieldEditors;
import org.plenum.console.settings.Settings;

/** The fields of a form in their sections. */
final class FormFields {
  private static final double WIDTH = 860;

  private final ScrollPane scroll = new ScrollPane();
  private final List<FieldEditor> editors = new ArrayList<>();
  private final List<FieldRow> rows = new ArrayList<>();

  FormFields(
      ResourceFormViewModel model, FieldEditors factory, Settings settings, Messages messages) {
    Map<String, VBox> sections = new LinkedHashMap<>();
    Map<String, ObservableBooleanValue> counting = new HashMap<>();
    for (FieldModel field : model.fields()) {
      FieldEditor editor = factory.of(field, model);
      editors.add(editor);
      FieldRow row = new FieldRow(field, editor, settings, messages);
      rows.add(row);
      String section = field.type().section();
      sections.computeIfAbsent(section, FormFields::section).getChildren().add(row.view());
      counting.merge(section, field.visibleProperty(), Bindings::or);
    }
    sections.forEach(
        (name, section) -> {
          section.visibleProperty().bind(counting.get(name));
          section.managedProperty().bind(section.visibleProperty());
        });
    VBox body = new VBox(26);
    body.getChildren().addAll(sections.values());
    body.setMaxWidth(WIDTH);
    body.getStyleClass().add("form");
    scroll.setContent(body);
    scroll.setId("form-scroll");
    scroll.setFitToWidth(true);
  }

  private static VBox section(String name) {
    VBox section = new VBox(18);
    if (!name.isEmpty()) {
      Label heading = new Label(name);
      heading.getStyleClass().addAll(Styles.TITLE_4, "section-heading");
      heading.setMaxWidth(Double.MAX_VALUE);
      section.getChildren().add(heading);
    }
    return section;
  }

  Region view() {
    return scroll;
  }

  /** Puts the cursor into the first field. */
  void focus() {
    rows.stream().filter(FieldRow::isShown).findFirst().ifPresent(FieldRow::focus);
  }

  /** Shows the first field that is wrong, if one is. */
  void revealFirstError() {
    rows.stream().filter(FieldRow::hasError).findFirst().ifPresent(this::reveal);
  }

  /** Brings a field into view and puts the cursor there. */
  void reveal(FieldModel field) {
    rows.stream().filter(row -> row.isOf(field)).findFirst().ifPresent(this::reveal);
  }

  private void reveal(FieldRow row) {
    Node body = scroll.getContent();
    double room = body.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
    double top = body.sceneToLocal(row.view().localToScene(row.view().getLayoutBounds())).getMinY();
    if (room > 0) {
      scroll.setVvalue(Math.clamp(top / room, 0, 1));
    }
    row.focus();
  }

  void close() {
    editors.forEach(FieldEditor::close);
    rows.forEach(FieldRow::close);
  }
}
