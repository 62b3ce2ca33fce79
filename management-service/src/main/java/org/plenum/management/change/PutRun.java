package org.plenum.management.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeTraces.Key;
import org.plenum.management.change.DraftCheck.Draft;
import org.plenum.management.store.ConfigurationWriter;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Merge;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;

/**
 * The part of a change set that makes objects be as they are wanted, all at once: what has a unique
 * value that another is to get steps aside first, and the rules are checked when all are written.
 */
final class PutRun {
  private final ConfigurationWriter writer;
  private final DraftCheck drafts;
  private final ChangeTraces traces;
  private final long version;
  private final Instant now;
  private final ChangeRun run;
  private final List<Wish> wishes = new ArrayList<>();

  private record Wish(int operation, Key key, Operation.Put put) {}

  private record Ready(Wish wish, Optional<StoredObject> present, Values values) {}

  PutRun(
      ConfigurationWriter writer,
      DraftCheck drafts,
      ChangeTraces traces,
      long version,
      Instant now,
      ChangeRun run) {
    this.writer = writer;
    this.drafts = drafts;
    this.traces = traces;
    this.version = version;
    this.now = now;
    this.run = run;
  }

  /** Notes a wish. */
  void add(int operation, Key key, Operation.Put put) {
    wishes.add(new Wish(operation, key, put));
  }

  /** Makes all objects; rejects those that are wrong. */
  void run() {
    List<Ready> ready = new ArrayList<>();
    wishes.forEach(wish -> prepare(wish).ifPresent(ready::add));
    if (ready.size() < wishes.size()) {
      return;
    }
    ready.stream().filter(PutRun::frees).forEach(this::stepAside);
    int written = 0;
    for (Ready object : ready) {
      written += write(object) ? 1 : 0;
    }
    if (written == ready.size()) {
      // What refers to an object that could not be written would be reported too.
      ready.forEach(this::check);
    }
  }

  private Optional<Ready> prepare(Wish wish) {
    ResourceType<?> type = wish.key().type();
    Optional<StoredObject> present = writer.object(type, wish.key().id());
    // An object that went with its owner a moment ago keeps what the wish does not carry.
    Optional<StoredObject> known = present.or(() -> traces.before(wish.key()));
    if (known.isEmpty() && type.singleton()) {
      run.reject(
          wish.operation(),
          Reason.NOT_ALLOWED,
          Violations.of(Violations.WHOLE_OBJECT, "There is one %s only.".formatted(type.label())));
      return Optional.empty();
    }
    Merge.Result wanted =
        known
            .map(object -> changed(object, wish.put()))
            .orElseGet(
                () ->
                    new Merge.Result(type.withDefaults(wish.put().object(), now), Violations.NONE));
    Draft draft = drafts.checkAlone(type, wanted.values(), wanted.violations());
    if (draft.isWrong()) {
      run.reject(wish.operation(), Reason.INVALID, draft.violations());
      return Optional.empty();
    }
    return Optional.of(new Ready(wish, present, draft.values()));
  }

  private static Merge.Result changed(StoredObject object, Operation.Put put) {
    Values wanted = writable(object.type(), put.object());
    return put.afresh()
        ? new Merge.Result(object.values().with(wanted), Violations.NONE)
        : Merge.patch(object.type(), object.values(), wanted);
  }

  private static Values writable(ResourceType<?> type, Values object) {
    Values writable = object;
    for (FieldType field : type.fields()) {
      writable = field.readOnly() ? writable.without(field.name()) : writable;
    }
    return writable;
  }

  private static boolean frees(Ready object) {
    return object
        .present()
        .filter(
            present ->
                present.type().fields().stream()
                    .anyMatch(
                        field ->
                            field.unique()
                                && !Objects.equals(
                                    present.values().get(field.name()),
                                    object.values().get(field.name()))))
        .isPresent();
  }

  /** References to the object are checked at the end of the transaction, when it is back. */
  private void stepAside(Ready object) {
    writer.delete(object.wish().key().type(), object.wish().key().id());
  }

  private boolean write(Ready object) {
    Key key = object.wish().key();
    ResourceType<?> type = key.type();
    if (object.present().filter(present -> present.values().equals(object.values())).isPresent()) {
      return true;
    }
    Violations taken = taken(object);
    if (!taken.isEmpty()) {
      run.reject(object.wish().operation(), Reason.INVALID, taken);
      return false;
    }
    if (writer.object(type, key.id()).isPresent()) {
      writer.update(type, key.id(), version, object.values());
    } else {
      writer.insert(type, key.id(), version, object.values());
    }
    traces.note(key, object.present(), writer.object(type, key.id()), object.wish().operation());
    Values before = object.present().map(StoredObject::values).orElse(Values.EMPTY);
    run.touchOwners(type, before, object.values());
    return true;
  }

  private Violations taken(Ready object) {
    ResourceType<?> type = object.wish().key().type();
    Violations.Builder taken = new Violations.Builder();
    for (FieldType field : type.fields()) {
      Object value = object.values().get(field.name());
      if (field.unique() && value != null && !value.equals("")) {
        writer
            .unique(type, field.name(), value)
            .filter(other -> other.id() != object.wish().key().id())
            .ifPresent(
                other ->
                    taken.add(
                        field.name(),
                        "The %s \"%s\" has this value already."
                            .formatted(type.label(), other.title())));
      }
    }
    return taken.build();
  }

  private void check(Ready object) {
    Key key = object.wish().key();
    Draft draft = drafts.check(key.type(), key.id(), object.values(), Violations.NONE);
    if (draft.isWrong()) {
      run.reject(object.wish().operation(), Reason.INVALID, draft.violations());
    }
  }
}
