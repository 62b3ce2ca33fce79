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

/** An LDAP group: chosen from those of the directory while it can be asked, or typed (SYS-081). */
final class DirectoryGroupEditor implements FieldEditor {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryGroupEditor.class);

  private final ComboBox<String> groups = new ComboBox<>();
  private final Subscription subscription;

  /**
   * @param directory asks for the groups; blocks
   */
  DirectoryGroupEditor(FieldModel field, Callable<List<String>> directory, TaskExecutor tasks) {
    groups.setEditable(true);
    groups.setDisable(!field.editable());
    groups.setMaxWidth(Double.MAX_VALUE);
    subscription =
        TextBinding.bind(field, groups.getEditor(), TextBinding::textOf, text -> text)
            .and(
                field
                    .valueProperty()
                    .subscribe(value -> groups.setValue(TextBinding.textOf(value))))
            .and(
                groups
                    .valueProperty()
                    .subscribe(
                        (before, chosen) -> {
                          if (chosen != null) {
                            field.valueProperty().set(chosen);
                          }
                        }));
    if (field.editable()) {
      tasks.run(
          directory,
          found -> groups.getItems().setAll(found),
          failure -> LOG.info("the groups of the directory could not be fetched", failure));
    }
  }

  @Override
  public Region view() {
    return groups;
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
