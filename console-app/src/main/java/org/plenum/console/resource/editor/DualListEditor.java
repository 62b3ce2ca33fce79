package org.plenum.console.resource.editor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.plenum.console.concurrent.Task;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.control.SearchField;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several objects of another resource, of which the server finds the available ones. */
final class DualListEditor implements FieldEditor {
  private static final Logger LOG = LoggerFactory.getLogger(DualListEditor.class);
  private static final Duration TYPING_PAUSE = Duration.ofMillis(250);

  private final FieldModel field;
  private final References references;
  private final TaskExecutor tasks;
  private final DualList<References.Option> lists;
  private final StackPane root = new StackPane();
  private final Subscription subscription;
  private List<References.Option> found = List.of();
  private Task pendingSearch = Task.DONE;

  DualListEditor(
      FieldModel field,
      References references,
      Optional<InlineCreation> creation,
      TaskExecutor tasks,
      Messages messages) {
    this.field = field;
    this.references = references;
    this.tasks = tasks;
    String id = "field-" + field.type().name();
    TextField search = new SearchField(messages.get("action.search"));
    search.setId(id + "-search");
    search
        .textProperty()
        .subscribe(
            (before, now) -> {
              pendingSearch.cancel();
              pendingSearch = tasks.schedule(TYPING_PAUSE, () -> search(now));
            });
    HBox above = new HBox(4, search);
    HBox.setHgrow(search, Priority.ALWAYS);
    creation.ifPresent(
        c -> {
          Button add = NewObjectButton.of(field, references.type(), c, messages, this::chooseNew);
          above.getChildren().add(add);
        });
    lists =
        new DualList<>(
            id,
            messages,
            References.Option::title,
            new DualList.Titles(messages.get("dual.available"), messages.get("dual.chosen")),
            List.<Node>of(above),
            this::choose);
    lists.view().setDisable(!field.editable());
    subscription = field.valueProperty().subscribe(this::show);
    if (isInverse()) {
      offerUnlessTooMany(messages);
    } else {
      offer();
    }
  }

  private void offer() {
    root.getChildren().setAll(lists.view());
    search("");
  }

  private void chooseNew(ConfigurationObject created) {
    Object element = value(new References.Option(references.object(created.id()), created.title()));
    List<Object> all = new ArrayList<>(field.get() instanceof List<?> list ? list : List.of());
    // The form may have learned of it already: the new object may refer to the one shown here.
    if (!all.contains(element)) {
      all.add(element);
      field.valueProperty().set(List.copyOf(all));
    }
    search("");
  }

  private void choose(List<References.Option> options) {
    showChosen(options);
    field.valueProperty().set(options.stream().map(this::value).toList());
  }

  /** As an element of the value of the field: an inverse list can have several resources. */
  private Object value(References.Option option) {
    return isInverse() ? option.object() : option.id();
  }

  private boolean isInverse() {
    return field.type().kind() == Kind.INVERSE;
  }

  /** Each object is another one to change; so many are better changed elsewhere (SVX-325). */
  private void offerUnlessTooMany(Messages messages) {
    int most = field.type().limits().maxLength();
    tasks.run(
        () -> references.areMoreThan(most),
        tooMany -> {
          if (tooMany) {
            Label reason = new Label(messages.get("dual.too-many", references.plural(), most));
            reason.setWrapText(true);
            reason.setId("field-" + field.type().name() + "-too-many");
            root.getChildren().setAll(reason);
          } else {
            offer();
          }
        },
        failure -> {
          LOG.info("the objects could not be counted", failure);
          offer();
        });
  }

  private void search(String text) {
    tasks.run(
        () -> references.search(text),
        options -> {
          found = options;
          showChosen(lists.chosen());
        },
        failure -> LOG.info("nothing to choose from: the search failed", failure));
  }

  private void showChosen(List<References.Option> chosen) {
    lists.show(found.stream().filter(option -> !chosen.contains(option)).toList(), chosen);
  }

  private void show(Object value) {
    List<?> wanted = value instanceof List<?> list ? list : List.of();
    if (wanted.equals(lists.chosen().stream().map(this::value).toList())) {
      lists.view().setDisable(!field.editable());
      return;
    }
    // What is shown is not yet what the field has: a choice made from it would lose the rest.
    lists.view().setDisable(true);
    List<ObjectId> objects =
        wanted.stream()
            .map(element -> isInverse() ? (ObjectId) element : references.object((Long) element))
            .toList();
    tasks.run(
        () -> references.titled(objects),
        options -> showChosen(wanted, options),
        failure -> {
          LOG.info("the titles could not be fetched", failure);
          showChosen(wanted, objects.stream().map(References.Option::untitled).toList());
        });
  }

  private void showChosen(List<?> wanted, List<References.Option> options) {
    if (wanted.equals(field.get())) {
      showChosen(options);
      lists.view().setDisable(!field.editable());
    }
  }

  @Override
  public Region view() {
    return root;
  }

  @Override
  public void close() {
    pendingSearch.cancel();
    subscription.unsubscribe();
  }
}
