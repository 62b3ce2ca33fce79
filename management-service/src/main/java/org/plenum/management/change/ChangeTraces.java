package org.plenum.management.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;

/** What a change set has done so far, object by object: how it was before, and how it is now. */
final class ChangeTraces {
  private final Map<Key, Trace> traces = new LinkedHashMap<>();

  /** An object. */
  record Key(ResourceType<?> type, long id) {}

  /** An object that is gone, and the operation that took it. */
  record Deletion(Key key, StoredObject object, int operation) {}

  private record Trace(Optional<StoredObject> before, Optional<StoredObject> after, int operation) {
    boolean came() {
      return before.isEmpty() && after.isPresent();
    }

    boolean went() {
      return before.isPresent() && after.isEmpty();
    }

    boolean differs() {
      return before.isPresent()
          && after.isPresent()
          && !before.get().values().equals(after.get().values());
    }
  }

  /** Notes what an operation did to an object. */
  void note(Key key, Optional<StoredObject> before, Optional<StoredObject> after, int operation) {
    Trace earlier = traces.get(key);
    traces.put(key, new Trace(earlier == null ? before : earlier.before(), after, operation));
  }

  /** Whether an operation did something to an object. */
  boolean has(Key key) {
    return traces.containsKey(key);
  }

  /** An operation that did something to objects of a resource, if one did. */
  OptionalInt operationOn(Class<? extends Record> type) {
    return traces.entrySet().stream()
        .filter(trace -> trace.getKey().type().recordClass() == type)
        .mapToInt(trace -> trace.getValue().operation())
        .findFirst();
  }

  /** An object as an operation left it; empty if it is gone. */
  Optional<StoredObject> after(Key key) {
    return Optional.ofNullable(traces.get(key)).flatMap(Trace::after);
  }

  /** An object as it was before anything was done. */
  Optional<StoredObject> before(Key key) {
    return Optional.ofNullable(traces.get(key)).flatMap(Trace::before);
  }

  /** Objects that were there before and are gone. */
  List<Deletion> deletions() {
    List<Deletion> deletions = new ArrayList<>();
    traces.forEach(
        (key, trace) -> {
          if (trace.went()) {
            deletions.add(new Deletion(key, trace.before().orElseThrow(), trace.operation()));
          }
        });
    return deletions;
  }

  /** Everything that had an effect. */
  List<ObjectChange> changes() {
    List<ObjectChange> changes = new ArrayList<>();
    traces.forEach(
        (key, trace) -> {
          if (trace.came() || trace.went() || trace.differs()) {
            changes.add(new ObjectChange(key.type(), key.id(), trace.before(), trace.after()));
          }
        });
    return changes;
  }
}
