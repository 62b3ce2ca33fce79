package org.plenum.console.resource;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.RefusedException;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.ResourcePage;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.rpc.console.ConfigurationChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** State of the form of an object: fields, what was changed, what the rules say. */
public final class ResourceFormViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(ResourceFormViewModel.class);

  private final ResourcePage page;
  private final FormTarget target;
  private final ConfigurationClient client;
  private final TaskExecutor tasks;
  private final Messages messages;
  private final InstantSource clock;
  private final FormRights rights;
  private final FormCheck check;
  private final FormAdvice advice;
  private final EditHistory edits = new EditHistory();
  private final Map<String, FieldModel> fields = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper changedElsewhere = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Map<Integer, Violations>> childErrors =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Set<String>> secretsSet =
      new ReadOnlyObjectWrapper<>(Set.of());
  private Optional<ConfigurationObject> stored = Optional.empty();
  private boolean ownChange;

  /** What the form does. */
  public enum State {
    LOADING,
    EDITING,
    SAVING,
    /** The object does not exist any more. */
    GONE
  }

  /** A form; nothing is fetched before {@link #load}. */
  public ResourceFormViewModel(
      ResourcePage page,
      FormTarget target,
      ConfigurationClient client,
      TaskExecutor tasks,
      Messages messages,
      InstantSource clock,
      FormRights rights) {
    this.page = page;
    this.target = target;
    this.client = client;
    this.tasks = tasks;
    this.messages = messages;
    this.clock = clock;
    this.rights = rights;
    this.advice = new FormAdvice(client, tasks);
    this.check =
        new FormCheck(client.catalog(), page.type(), clock, messages.get("children.twice"));
    for (FieldType field : page.type().fields()) {
      if (isShown(field)) {
        FieldModel model = new FieldModel(field, isEditable(field));
        model.valueProperty().subscribe((before, now) -> valueChanged());
        edits.follow(model);
        fields.put(field.name(), model);
      }
    }
    title.set(exists() ? page.title() : messages.get("form.new", page.one()));
  }

  private boolean isShown(FieldType field) {
    return page.shows(field)
        && (exists() || !field.readOnly())
        && rights.mayView(client.catalog(), field);
  }

  private boolean isEditable(FieldType field) {
    boolean fixed = field.createOnly() || field.changedByApiOnly();
    return rights.mayModify(client.catalog(), field) && !field.readOnly() && !(exists() && fixed);
  }

  /** Whether the object exists already. */
  public boolean exists() {
    return target instanceof FormTarget.Existing;
  }

  /** Whether the administrator may change anything. */
  public boolean writable() {
    return rights.writable();
  }

  /** The fields in their order. */
  public List<FieldModel> fields() {
    return List.copyOf(fields.values());
  }

  /** What the form does. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether there is anything to save. */
  public ReadOnlyBooleanProperty dirtyProperty() {
    return dirty.getReadOnlyProperty();
  }

  /** What is wrong with the object as a whole; empty when nothing is known to be. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What is doubtful about the object as it is stored. */
  FormAdvice advice() {
    return advice;
  }

  /** Whether somebody else changed the object while the form was open. */
  public ReadOnlyBooleanProperty changedElsewhereProperty() {
    return changedElsewhere.getReadOnlyProperty();
  }

  /** What is wrong with children, by their position in the list. */
  public ReadOnlyObjectProperty<Map<Integer, Violations>> childErrorsProperty() {
    return childErrors.getReadOnlyProperty();
  }

  /** Heading. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** The object as it was read, if it exists. */
  public Optional<ConfigurationObject> stored() {
    return stored;
  }

  /** Fetches the object, or fills in the defaults. */
  public void load() {
    switch (target) {
      case FormTarget.New() -> {
        fill(defaults());
        state.set(State.EDITING);
      }
      case FormTarget.CopyOf copy -> fetch(copy.id(), this::startCopy);
      case FormTarget.Existing existing -> fetch(existing.id(), this::show);
    }
  }

  private void fetch(long id, Consumer<ConfigurationObject> onFetched) {
    tasks.run(
        () -> client.get(page.type(), id),
        object -> {
          onFetched.accept(object);
          state.set(State.EDITING);
        },
        failure -> {
          LOG.info("{} {} could not be fetched", page.type().name(), id, failure);
          state.set(State.GONE);
        });
  }

  private void show(ConfigurationObject object) {
    stored = Optional.of(object);
    secretsSet.set(object.secretsSet());
    title.set(page.type().singleton() ? page.title() : object.title());
    changedElsewhere.set(false);
    clearErrors();
    fill(object.values());
    advice.about(object);
  }

  private void fill(Values values) {
    edits.restart(() -> fields.forEach((name, field) -> field.load(values.get(name))));
    valueChanged();
  }

  /** A copy takes over everything but what must be unique, and what only the platform sets. */
  private void startCopy(ConfigurationObject original) {
    fill(defaults());
    fields.forEach(
        (name, field) -> {
          FieldType type = field.type();
          boolean ownValue = type.unique() || type.readOnly() || !type.kind().isStored();
          if (!ownValue && original.values().has(name)) {
            field.propose(original.values().get(name));
          }
        });
  }

  private Values defaults() {
    Map<String, @Nullable Object> fixed = new HashMap<>(page.fixed());
    return page.type().withDefaults(Values.of(fixed), clock.instant());
  }

  private void valueChanged() {
    Values now = current();
    fields
        .values()
        .forEach(field -> field.visibleProperty().set(page.type().counts(field.type(), now)));
    dirty.set(
        writable() && fields.values().stream().anyMatch(field -> field.changedProperty().get()));
  }

  /** All values as they stand in the form; secrets that stay as they are are left out. */
  private Values current() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    stored.ifPresent(object -> values.putAll(object.values().asMap()));
    values.putAll(page.fixed());
    fields.forEach(
        (name, field) -> {
          if (!field.keepsSecret()) {
            values.put(name, field.get());
          }
        });
    return Values.of(values);
  }

  /** Puts back what is stored. */
  public void undo() {
    clearErrors();
    edits.restart(() -> fields.values().forEach(FieldModel::reset));
  }

  /** Takes back the last edit; gives the field that it changes, if there is one. */
  public Optional<FieldModel> undoEdit() {
    return edits.undo();
  }

  /** Makes again the last edit that was taken back; gives the field that it changes. */
  public Optional<FieldModel> redoEdit() {
    return edits.redo();
  }

  /** A field by its wire name; empty if the form does not show it. */
  public Optional<FieldModel> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** Secret fields that have a value, which is never shown. */
  public ReadOnlyObjectProperty<Set<String>> secretsSetProperty() {
    return secretsSet.getReadOnlyProperty();
  }

  /** Fetches the object again; changes in the form are lost. */
  public void reload() {
    load();
  }

  /**
   * An object that has been saved.
   *
   * @param object as it is stored
   * @param needsRestart whether the change is in force at nodes only after a restart
   */
  public record Saved(ConfigurationObject object, boolean needsRestart) {}

  /**
   * Checks the rules and saves.
   *
   * @param confirm asks when the change would end calls (SYS-145), and runs what it is given if so
   *     it shall be
   */
  public void save(Consumer<Runnable> confirm, Consumer<Saved> onSaved) {
    if (state.get() != State.EDITING || !writable()) {
      return;
    }
    clearErrors();
    Violations violations = check.check(current(), this::isCheckedHere);
    if (!violations.isEmpty()) {
      showErrors(violations);
      return;
    }
    Values changes = changes();
    if (changesAny(changes, FieldType::endsCalls)) {
      confirm.accept(() -> send(changes, onSaved));
    } else {
      send(changes, onSaved);
    }
  }

  private boolean changesAny(Values changes, Predicate<FieldType> trait) {
    return exists()
        && changes.names().stream()
            .anyMatch(name -> trait.test(page.type().field(name).orElseThrow()));
  }

  private void send(Values changes, Consumer<Saved> onSaved) {
    boolean needsRestart = changesAny(changes, FieldType::needsRestart);
    state.set(State.SAVING);
    ownChange = true;
    tasks.run(
        () ->
            stored.isPresent()
                ? client.update(stored.get(), changes)
                : client.create(page.type(), changes),
        saved -> {
          state.set(State.EDITING);
          if (exists()) {
            show(saved);
          }
          ownChange = false;
          onSaved.accept(new Saved(saved, needsRestart));
        },
        failure -> {
          state.set(State.EDITING);
          ownChange = false;
          saveFailed(failure);
        });
  }

  private void saveFailed(Exception failure) {
    if (failure instanceof RefusedException refused) {
      showErrors(refused.of(0));
    } else {
      LOG.warn("{} could not be saved", page.type().name(), failure);
      problem.set(messages.get("error.unreachable"));
    }
  }

  /** What is sent: of an existing object the changed fields, of a new one all that count. */
  private Values changes() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (!exists()) {
      values.putAll(page.fixed());
    }
    for (FieldModel field : fields.values()) {
      boolean sent = exists() ? field.changedProperty().get() : field.visibleProperty().get();
      if (field.editable() && sent && !field.keepsSecret()) {
        values.put(field.type().name(), field.get());
      }
    }
    return Values.of(values);
  }

  /**
   * A field that is not shown, or a secret that stays as it is, is none of this form's business.
   */
  private boolean isCheckedHere(String name) {
    FieldModel field = fields.get(name);
    if (field == null || !field.editable() || !field.visibleProperty().get()) {
      return false;
    }
    return !(exists() && field.keepsSecret());
  }

  private void clearErrors() {
    problem.set("");
    childErrors.set(Map.of());
    fields.values().forEach(field -> field.showErrors(List.of()));
  }

  private void showErrors(Violations violations) {
    List<String> general = new ArrayList<>();
    Map<Integer, Violations> children = new HashMap<>();
    violations
        .messages()
        .forEach(
            (name, texts) -> {
              FieldModel field = fields.get(name);
              Optional<ChildPath> child = ChildPath.parse(name);
              if (field != null) {
                // A value that does not count may still be wrong: only who sees it can put it
                // right.
                field.visibleProperty().set(true);
                field.showErrors(texts);
              } else if (child.isPresent() && fields.containsKey(child.get().list())) {
                Violations more = new Violations(Map.of(child.get().field(), texts));
                children.merge(child.get().index(), more, Violations::and);
              } else {
                general.addAll(texts);
              }
            });
    childErrors.set(Map.copyOf(children));
    problem.set(general.isEmpty() ? messages.get("form.check-fields") : String.join("\n", general));
  }

  /** Follows changes that others make to the object. */
  public void configurationChanged(ConfigurationChanged change) {
    if (ownChange
        || !(target instanceof FormTarget.Existing existing)
        || state.get() != State.EDITING) {
      return;
    }
    boolean concerned =
        change.getObjectsList().stream()
            .anyMatch(
                object ->
                    object.getResource().equals(page.type().name())
                        && object.getId() == existing.id());
    long known = stored.map(ConfigurationObject::revision).orElse(0L);
    if (concerned && change.getVersion() > known) {
      if (dirty.get()) {
        changedElsewhere.set(true);
      } else {
        reload();
      }
    }
  }
}
