package org.plenum.console.resource.editor;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;
import org.plenum.model.config.ResourceType;

/** The plus sign beside a reference (PLAT-172). */
final class NewObjectButton {
  private NewObjectButton() {}

  static Button of(
      FieldModel field,
      ResourceType<?> target,
      InlineCreation creation,
      Messages messages,
      Consumer<ConfigurationObject> onCreated) {
    Button button = new Button(null, new FontIcon(MaterialDesignP.PLUS));
    button.setId("field-" + field.type().name() + "-new");
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setAccessibleText(messages.get("reference.new", target.label()));
    button.setTooltip(new Tooltip(messages.get("reference.new", target.label())));
    button.setOnAction(event -> creation.create(target, onCreated));
    return button;
  }
}
