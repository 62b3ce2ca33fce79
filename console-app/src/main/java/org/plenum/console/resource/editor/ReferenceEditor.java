package org.plenum.console.resource.editor;

import atlantafx.base.theme.Styles;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One object of another resource: typing searches at the server, the arrow shows the first ones.
 */
final class ReferenceEditor implements FieldEditor {
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceEditor.class);
  private static final int VISIBLE_ROWS = 10;

  private final FieldModel field;
  private final References references;
  private final TaskExecutor tasks;
  private final HBox root = new HBox(4);
  private final TextField text = new TextField();
  private final AutoCompletionBinding<References.Option> completion;
  private final Subscription subscription;

  /** What the chosen object is called; the text goes back to this when nothing else is chosen. */
  private String chosenTitle = "";

  ReferenceEditor(
      FieldModel field,
      References references,
      Optional<InlineCreation> creation,
      TaskExecutor tasks,
      Messages messages) {
    this.field = field;
    this.references = references;
    this.tasks = tasks;
    text.setPromptText(messages.get("reference.prompt", references.plural()));
    text.setEditable(field.editable());
    HBox.setHgrow(text, Priority.ALWAYS);
    completion = TextFields.bindAutoCompletion(text, request -> find(request.getUserText()));
    completion.setVisibleRowCount(VISIBLE_ROWS);
    completion.setDelay(200);
    completion.setOnAutoCompleted(event -> choose(event.getCompletion()));
    text.focusedProperty()
        .subscribe(
            (before, focused) -> {
              if (!focused) {
                settle();
              }
            });
    text.setOnAction(event -> settle());
    Button open = new Button(null, new FontIcon(MaterialDesignC.CHEVRON_DOWN));
    open.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    open.setAccessibleText(messages.get("reference.open"));
    open.setDisable(!field.editable());
    open.setFocusTraversable(false);
    open.setOnAction(
        event -> {
          text.requestFocus();
          text.selectAll();
          completion.setUserInput("");
        });
    root.getChildren().addAll(text, open);
    creation.ifPresent(
        c ->
            root.getChildren()
                .add(
                    NewObjectButton.of(
                        field,
                        references.type(),
                        c,
                        messages,
                        created -> {
                          text.setText(created.title());
                          choose(
                              new References.Option(
                                  references.object(created.id()), created.title()));
                        })));
    subscription = field.valueProperty().subscribe(this::showTitle);
  }

  /** Called on a thread of the completion. */
  private Collection<References.Option> find(String typed) {
    try {
      return references.search(typed.equals(chosenTitle) ? "" : typed);
    } catch (RuntimeException e) {
      LOG.info("nothing to choose from: the search failed", e);
      return List.of();
    }
  }

  private void choose(References.Option option) {
    chosenTitle = option.title();
    field.valueProperty().set(option.id());
  }

  /** Text that is no choice is put back; an empty text is "none" where that is allowed. */
  private void settle() {
    if (text.getText().isBlank() && field.type().nullable()) {
      chosenTitle = "";
      field.valueProperty().set(null);
    } else if (!text.getText().equals(chosenTitle)) {
      text.setText(chosenTitle);
    }
  }

  private void showTitle(Object value) {
    if (!(value instanceof Long id)) {
      chosenTitle = "";
      text.setText("");
      return;
    }
    if (!chosenTitle.isEmpty() && chosenTitle.equals(text.getText())) {
      return;
    }
    tasks.run(
        () -> references.titles(Set.of(id)),
        titles -> {
          if (id.equals(field.get())) {
            chosenTitle = titles.getOrDefault(id, "#" + id);
            text.setText(chosenTitle);
          }
        },
        failure -> LOG.info("the title of {} could not be fetched", id, failure));
  }

  @Override
  public Region view() {
    return root;
  }

  @Override
  public Region control() {
    return text;
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    completion.dispose();
  }
}
