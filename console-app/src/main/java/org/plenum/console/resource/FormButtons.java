package org.plenum.console.resource;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.plenum.console.i18n.Messages;
import org.plenum.console.settings.Settings;

/** The row below a form: what can be done with it, and the switch of the help texts (PLAT-170). */
final class FormButtons {
  private final HBox root = new HBox(10);

  FormButtons(
      ResourceFormViewModel model,
      Settings settings,
      Messages messages,
      Runnable save,
      Runnable cancel) {
    root.getStyleClass().add("form-buttons");
    root.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().add(help(settings, messages));
    if (!model.writable()) {
      Label readOnly = new Label(messages.get("form.read-only"));
      readOnly.getStyleClass().add(Styles.TEXT_MUTED);
      root.getChildren().add(readOnly);
      return;
    }
    Button undo = button("form-undo", messages.get("form.undo"), model::undo);
    undo.setTooltip(new Tooltip(messages.get("form.undo.hint")));
    undo.disableProperty().bind(model.dirtyProperty().not());
    Button saving = button("form-save", messages.get("action.save"), save);
    saving.getStyleClass().add(Styles.ACCENT);
    saving
        .disableProperty()
        .bind(
            model
                .dirtyProperty()
                .not()
                .or(model.stateProperty().isEqualTo(ResourceFormViewModel.State.SAVING)));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    root.getChildren()
        .addAll(space, undo, button("form-cancel", messages.get("action.cancel"), cancel), saving);
  }

  private static Button button(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static Button help(Settings settings, Messages messages) {
    Button help = new Button(null, new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
    help.setId("form-help");
    help.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    help.setTooltip(new Tooltip(messages.get("header.help")));
    help.setAccessibleText(messages.get("header.help"));
    help.setOnAction(event -> settings.update(now -> now.withHideHelp(!now.hideHelp())));
    return help;
  }

  /** Adds a button of the page, behind the help switch. */
  void add(Node button) {
    root.getChildren().add(1, button);
  }

  Node view() {
    return root;
  }
}
