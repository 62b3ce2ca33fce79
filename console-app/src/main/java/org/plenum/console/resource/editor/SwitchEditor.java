package org.plenum.console.resource.editor;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.plenum.console.resource.FieldModel;

/** On or off. */
final class SwitchEditor implements FieldEditor {
  private final ToggleSwitch control = new ToggleSwitch();
  private final Subscription subscription;

  SwitchEditor(FieldModel field) {
    control.setDisable(!field.editable());
    subscription =
        field
            .valueProperty()
            .subscribe(value -> control.setSelected(Boolean.TRUE.equals(value)))
            .and(
                control
                    .selectedProperty()
                    .subscribe((before, now) -> field.valueProperty().set(now)));
  }

  @Override
  public Region view() {
    return control;
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
