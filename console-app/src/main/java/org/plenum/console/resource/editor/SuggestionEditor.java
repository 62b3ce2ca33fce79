package org.plenum.console.resource.editor;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.resource.FieldModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text: chosen from suggestions while they can be had, or typed, such as the groups of a
 * directory (SYS-081) or the common name of a certificate (SYS-302).
 */
final class SuggestionEditor implements FieldEditor {
  private static final Logger LOG = LoggerFactory.getLogger(SuggestionEditor.class);

  private final ComboBox<String> texts = new ComboBox<>();
  private final Subscription subscription;

  /**
   * @param suggestions asks for what can be chosen; blocks
   */
  SuggestionEditor(FieldModel field, Callable<List<String>> suggestions, TaskExecutor tasks) {
    texts.setEditable(true);
    texts.setDisable(!field.editable());
    texts.setMaxWidth(Double.MAX_VALUE);
    subscription =
        TextBinding.bind(field, texts.getEditor(), TextBinding::textOf, text -> text)
            .and(
                field.valueProperty().subscribe(value -> texts.setValue(TextBinding.textOf(value))))
            .and(
                texts
                    .valueProperty()
                    .subscribe(
                        (before, chosen) -> {
                          if (chosen != null) {
                            field.valueProperty().set(chosen);
                          }
                        }));
    if (field.editable()) {
      tasks.run(
          suggestions,
          found -> texts.getItems().setAll(found),
          failure -> LOG.info("nothing to choose from: it could not be fetched", failure));
    }
  }

  @Override
  public Region view() {
    return texts;
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
