package org.plenum.management.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeResult.Rejection;
import org.plenum.management.change.ChangeTraces.Deletion;
import org.plenum.management.change.ChangeTraces.Key;
import org.plenum.management.change.DraftCheck.Draft;
import org.plenum.management.store.ConfigurationWriter;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.Child;
import org.plenum.model.config.ChildChange;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Listing;
import org.plenum.model.config.Merge;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.StoredValues;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.Parsed;

/**
 * One change set on its way through a transaction: the operations are checked and made one after
 * the other, each on what the ones before it left; the whole is refused if any of them is wrong.
 */
final class ChangeRun {
  private final ConfigurationWriter writer;
  private final DraftCheck drafts;
  private final ClaimCheck claims;
  private final long version;
  private final Instant now;
  private final ChangeSource source;
  private final boolean isOfPlatform;

  private final Map<Integer, Rejection> rejections = new TreeMap<>();
  private final ChangeTraces traces = new ChangeTraces();
  private final Set<Key> touched = new HashSet<>();
  private final PutRun puts;
  private final InverseLists inverseLists;

  ChangeRun(
      ConfigurationWriter writer,
      Map<String, DerivedFields> derivedFields,
      long version,
      Instant now,
      ChangeSource source,
      boolean isOfPlatform) {
    this.writer = writer;
    this.drafts = new DraftCheck(writer, derivedFields);
    this.claims = new ClaimCheck(writer);
    this.version = version;
    this.now = now;
    this.source = source;
    this.isOfPlatform = isOfPlatform;
    this.puts = new PutRun(writer, drafts, traces, version, now, this);
    this.inverseLists = new InverseLists(writer, drafts, source.maxOperations(), this);
  }

  /**
   * Makes all changes.
   *
   * @param progress hears of each operation
   * @throws ChangeSets.RolledBackException if one of them is wrong
   */
  Accepted apply(List<Operation> operations, ChangeProgress progress) {
    List<Optional<Key>> results = new ArrayList<>();
    for (int index = 0; index < operations.size(); index++) {
      inverseLists.settleBefore(operations.get(index));
      results.add(apply(index, operations.get(index)));
      progress.operations(index + 1);
    }
    inverseLists.settle();
    puts.run();
    refuseDeletionsInUse();
    refuseLockOut();
    if (!rejections.isEmpty()) {
      throw new ChangeSets.RolledBackException(new Rejected(List.copyOf(rejections.values())));
    }
    return new Accepted(
        version, results.stream().map(result -> result.flatMap(this::now)).toList());
  }

  /** An object that was written is known; one of which only children were written is not. */
  private Optional<StoredObject> now(Key key) {
    return traces.has(key) ? traces.after(key) : writer.object(key.type(), key.id());
  }

  /** What was done, without what had no effect. */
  List<ObjectChange> changes() {
    return traces.changes();
  }

  private Optional<Key> apply(int index, Operation operation) {
    Optional<ResourceType<?>> found = writer.catalog().find(operation.resource());
    if (found.isEmpty()) {
      reject(index, Reason.ABSENT, "There is no resource " + operation.resource() + ".");
      return Optional.empty();
    }
    ResourceType<?> type = found.get();
    if (type.managed() && !isOfPlatform) {
      reject(
          index,
          Reason.NOT_ALLOWED,
          "The %s belong to the platform and cannot be changed.".formatted(type.plural()));
      return Optional.empty();
    }
    return switch (operation) {
      case Operation.Create create -> create(index, type, create.object());
      case Operation.Update update ->
          existing(index, type, update.id(), update.expectedRevision())
              .map(current -> change(index, current, update.patch(), false));
      case Operation.Replace replace ->
          existing(index, type, replace.id(), replace.expectedRevision())
              .map(current -> change(index, current, replace.object(), true));
      case Operation.Delete delete -> {
        if (type.singleton()) {
          reject(index, Reason.NOT_ALLOWED, "The " + type.label() + " cannot be deleted.");
        } else {
          existing(index, type, delete.id(), delete.expectedRevision())
              .ifPresent(current -> delete(index, current));
        }
        yield Optional.empty();
      }
      case Operation.Put put -> {
        puts.add(index, new Key(type, put.id()), put);
        yield Optional.of(new Key(type, put.id()));
      }
    };
  }

  private Optional<StoredObject> existing(
      int index, ResourceType<?> type, long id, OptionalLong expected) {
    Optional<StoredObject> current = writer.object(type, id);
    if (current.isEmpty()) {
      reject(
          index, Reason.ABSENT, "There is no %s with identifier %d.".formatted(type.label(), id));
    } else if (expected.isPresent() && current.get().revision() != expected.getAsLong()) {
      reject(
          index, Reason.STALE, "This %s has been changed in the meantime.".formatted(type.label()));
      return Optional.empty();
    }
    return current;
  }

  private Optional<Key> create(int index, ResourceType<?> type, Parsed request) {
    if (type.singleton() && source != ChangeSource.SETUP) {
      reject(index, Reason.NOT_ALLOWED, "There is one %s only.".formatted(type.label()));
      return Optional.empty();
    }
    Values complete = type.withDefaults(request.values(), now);
    Violations known = request.violations().and(claims.ofCreation(type, request, now));
    Draft draft = drafts.check(type, 0, complete, known);
    if (draft.isWrong()) {
      Violations ofChildren = drafts.checkChildrenAlone(type, request.values(), now);
      reject(index, Reason.INVALID, draft.violations().and(ofChildren));
      return Optional.empty();
    }
    Key key = insert(index, type, draft.values());
    applyChildren(index, key, request.values());
    inverseLists.note(index, key, request.values());
    return Optional.of(key);
  }

  private Key change(int index, StoredObject current, Parsed request, boolean whole) {
    ResourceType<?> type = current.type();
    Merge.Result merged =
        whole
            ? Merge.replace(type, current.values(), request.values())
            : Merge.patch(type, current.values(), request.values());
    Violations known =
        request.violations().and(merged.violations()).and(claims.ofChange(current, request));
    Draft draft = drafts.check(type, current.id(), merged.values(), known);
    Key key = new Key(type, current.id());
    if (draft.isWrong()) {
      reject(index, Reason.INVALID, draft.violations());
    } else {
      update(index, current, draft.values());
      applyChildren(index, key, request.values());
      inverseLists.note(index, key, request.values());
    }
    return key;
  }

  private Key insert(int index, ResourceType<?> type, Values values) {
    long id = writer.insert(type, type.singleton() ? 1L : null, version, values);
    Key key = new Key(type, id);
    traces.note(key, Optional.empty(), writer.object(type, id), index);
    touchOwners(type, Values.EMPTY, values);
    return key;
  }

  void update(int index, StoredObject current, Values values) {
    if (values.equals(current.values())) {
      return;
    }
    ResourceType<?> type = current.type();
    writer.update(type, current.id(), version, values);
    Key key = new Key(type, current.id());
    traces.note(key, Optional.of(current), writer.object(type, current.id()), index);
    touchOwners(type, current.values(), values);
  }

  private void delete(int index, StoredObject object) {
    for (FieldType list : object.type().childFields()) {
      writer.childObjects(list, object.id()).forEach(child -> delete(index, child));
    }
    writer.delete(object.type(), object.id());
    Key key = new Key(object.type(), object.id());
    traces.note(key, Optional.of(object), Optional.empty(), index);
    touchOwners(object.type(), object.values(), Values.EMPTY);
  }

  /** An owner shows its children and who refers to it, so it has changed for who has read it. */
  void touchOwners(ResourceType<?> type, Values before, Values after) {
    for (Listing listing : writer.catalog().listingsOf(type)) {
      for (long id : listing.concerned(before, after)) {
        Key owner = new Key(listing.owner(), id);
        if (!traces.has(owner) && touched.add(owner)) {
          writer.touch(owner.type(), owner.id(), version);
        }
      }
    }
  }

  private void applyChildren(int index, Key owner, Values request) {
    for (FieldType list : owner.type().childFields()) {
      if (request.has(list.name())) {
        List<Child> wanted = request.list(list.name()).stream().map(Child.class::cast).toList();
        applyChildren(index, owner, list, wanted);
      }
    }
  }

  private void applyChildren(int index, Key owner, FieldType list, List<Child> wanted) {
    List<StoredValues> present = writer.children(writer.catalog().target(list), list, owner.id());
    List<ChildChange> changes;
    try {
      changes = ChildChange.between(owner.id(), list, wanted, present);
    } catch (IllegalArgumentException e) {
      Violations violations = Violations.of(list.name(), "The " + e.getMessage() + ".");
      reject(index, Reason.INVALID, violations);
      return;
    }
    changes.forEach(change -> applyChild(index, list, change));
  }

  private void applyChild(int index, FieldType list, ChildChange change) {
    ResourceType<?> type = writer.catalog().target(list);
    switch (change) {
      case ChildChange.Deleted deleted ->
          writer.object(type, deleted.id()).ifPresent(child -> delete(index, child));
      case ChildChange.Created created -> {
        Values values = type.withDefaults(created.values(), now);
        Draft draft = drafts.check(type, 0, values, Violations.NONE);
        if (draft.isWrong()) {
          rejectChild(index, list, created.index(), draft);
        } else {
          insert(index, type, draft.values());
        }
      }
      case ChildChange.Updated updated -> {
        StoredObject child = writer.object(type, updated.id()).orElseThrow();
        Merge.Result merged = Merge.patch(type, child.values(), updated.patch());
        Draft draft = drafts.check(type, child.id(), merged.values(), merged.violations());
        if (draft.isWrong()) {
          rejectChild(index, list, updated.index(), draft);
        } else {
          update(index, child, draft.values());
        }
      }
    }
  }

  /** Looked at when all operations are made: what refers to a deleted object may be gone too. */
  private void refuseDeletionsInUse() {
    UseCheck uses = new UseCheck(writer);
    for (Deletion deletion : traces.deletions()) {
      uses.problem(deletion.object())
          .ifPresent(problem -> reject(deletion.operation(), Reason.IN_USE, problem));
    }
  }

  private void refuseLockOut() {
    LogInCheck logIn = new LogInCheck(writer, drafts);
    traces
        .operationOn(LogInCheck.AUTHORITIES)
        .ifPresent(
            operation ->
                logIn.problems().forEach(problem -> reject(operation, Reason.IN_USE, problem)));
  }

  private void rejectChild(int index, FieldType list, int position, Draft draft) {
    Violations violations = draft.violations().within(DraftCheck.path(list, position));
    reject(index, Reason.INVALID, violations);
  }

  private void reject(int index, Reason reason, String message) {
    reject(index, reason, Violations.of(Violations.WHOLE_OBJECT, message));
  }

  void reject(int index, Reason reason, Violations violations) {
    rejections.merge(
        index,
        new Rejection(index, reason, violations),
        (first, next) ->
            new Rejection(index, first.reason(), first.violations().and(next.violations())));
  }
}
