package org.plenum.console.resource;

import atlantafx.base.theme.Styles;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.editor.FieldEditor;
import org.plenum.console.settings.Settings;
import org.plenum.model.config.Kind;

/** Label, control, help and error of a field, from above to below. */
final class FieldRow {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  private final FieldModel field;
  private final FieldEditor editor;
  private final VBox root = new VBox(5);
  private final Subscription subscription;

  FieldRow(FieldModel field, FieldEditor editor, Settings settings, Messages messages) {
    this.field = field;
    this.editor = editor;
    String name = field.type().name();
    Label label = new Label(field.type().label());
    label.setLabelFor(editor.control());
    label.getStyleClass().add("field-label");
    HBox heading = new HBox(6, label);
    if (field.editable() && field.type().requiredInRequest()) {
      Label required = new Label("*");
      required.setAccessibleText(messages.get("form.required"));
      required.getStyleClass().add(Styles.DANGER);
      heading.getChildren().add(required);
    }
    if (field.type().needsRestart()) {
      heading
          .getChildren()
          .add(
              mark(
                  messages.get("form.needs-restart"),
                  messages.get("form.needs-restart.hint"),
                  MaterialDesignR.RESTART));
    }
    if (field.type().endsCalls()) {
      heading
          .getChildren()
          .add(
              mark(
                  messages.get("form.ends-calls"),
                  messages.get("form.ends-calls.hint"),
                  MaterialDesignP.PHONE_HANGUP));
    }
    Label help = new Label(field.type().help());
    help.setId("help-" + name);
    help.setWrapText(true);
    help.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    Label error = new Label();
    error.setId("error-" + name);
    error.setWrapText(true);
    error.getStyleClass().add("field-error");
    error.textProperty().bind(field.errorProperty());
    error.visibleProperty().bind(field.errorProperty().isNotEmpty());
    error.managedProperty().bind(error.visibleProperty());

    if (field.type().kind() == Kind.BOOLEAN) {
      // A switch reads as a sentence: control first.
      HBox line = new HBox(10, editor.view(), heading);
      line.setAlignment(Pos.CENTER_LEFT);
      heading.setAlignment(Pos.CENTER_LEFT);
      root.getChildren().addAll(line, error, help);
    } else {
      root.getChildren().addAll(heading, editor.view(), error, help);
    }
    root.setId("row-" + name);
    root.visibleProperty().bind(field.visibleProperty());
    root.managedProperty().bind(root.visibleProperty());
    subscription =
        field
            .errorProperty()
            .subscribe(text -> editor.control().pseudoClassStateChanged(ERROR, !text.isEmpty()))
            .and(
                settings
                    .currentProperty()
                    .subscribe(
                        now -> {
                          help.setVisible(!now.hideHelp());
                          help.setManaged(!now.hideHelp());
                        }));
  }

  /** Tells what a change of the field brings. */
  private static Label mark(String text, String hint, Ikon icon) {
    Label mark = new Label(text, new FontIcon(icon));
    mark.getStyleClass().addAll(Styles.TEXT_SMALL, "change-mark");
    mark.setTooltip(new Tooltip(hint));
    return mark;
  }

  Node view() {
    return root;
  }

  boolean isShown() {
    return root.isVisible();
  }

  boolean isOf(FieldModel other) {
    return field == other;
  }

  boolean hasError() {
    return root.isVisible() && !field.errorProperty().get().isEmpty();
  }

  void focus() {
    editor.control().requestFocus();
  }

  void close() {
    subscription.unsubscribe();
  }
}
