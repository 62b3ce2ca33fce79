package org.plenum.console.resource.editor;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;
import org.plenum.model.config.FieldType.Option;

/**
 * Values that are in use unless they are switched off: the field names those that are off, the
 * administrator chooses those that are on (SYS-127).
 */
final class EnabledChoicesEditor implements FieldEditor {
  private final DualList<Option> lists;
  private final Subscription subscription;

  EnabledChoicesEditor(FieldModel field, Messages messages) {
    List<Option> all = field.type().choices();
    lists =
        new DualList<>(
            "field-" + field.type().name(),
            messages,
            Option::label,
            new DualList.Titles(messages.get("choices.off"), messages.get("choices.on")),
            List.of(),
            enabled ->
                field
                    .valueProperty()
                    .set(
                        all.stream()
                            .filter(option -> !enabled.contains(option))
                            .map(Option::wire)
                            .toList()));
    lists.view().setDisable(!field.editable());
    subscription =
        field
            .valueProperty()
            .subscribe(
                value -> {
                  List<?> off = value instanceof List<?> list ? list : List.of();
                  lists.show(
                      all.stream().filter(option -> off.contains(option.wire())).toList(),
                      all.stream().filter(option -> !off.contains(option.wire())).toList());
                });
  }

  @Override
  public Region view() {
    return lists.view();
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
