package org.plenum.management.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeTraces.Key;
import org.plenum.management.change.DraftCheck.Draft;
import org.plenum.management.store.ConfigurationWriter;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;

/**
 * The part of a change set that writes inverse lists: what an object is to be referred to by
 * becomes changes of the objects that refer, each checked as if it had been changed itself. They
 * are made together, so an object that many lists concern is checked and written once.
 */
final class InverseLists {
  private final ConfigurationWriter writer;
  private final DraftCheck drafts;
  private final int most;
  private final ChangeRun run;
  private final Map<Referrer, Change> changes = new LinkedHashMap<>();
  private int changed;

  /** A field of an object that refers. */
  private record Referrer(ObjectId object, String by) {}

  /** What a field is to have, and the operation and the list that wanted it last. */
  private record Change(int index, FieldType list, @Nullable Object reference) {
    boolean leadsTo(long owner) {
      return reference instanceof List<?> all
          ? all.contains(owner)
          : Objects.equals(reference, owner);
    }
  }

  /**
   * @param most objects that the lists of a change set may change in all
   */
  InverseLists(ConfigurationWriter writer, DraftCheck drafts, int most, ChangeRun run) {
    this.writer = writer;
    this.drafts = drafts;
    this.most = most;
    this.run = run;
  }

  /** Notes what the lists of an object are to be; a list that a request does not carry stays. */
  void note(int index, Key owner, Values request) {
    for (FieldType list : owner.type().inverseFields()) {
      if (request.has(list.name())) {
        List<ObjectId> wanted =
            request.list(list.name()).stream().map(ObjectId.class::cast).toList();
        note(index, owner, list, wanted);
      }
    }
  }

  /** Makes what was noted, if an operation that comes now could see it or be undone by it. */
  void settleBefore(Operation operation) {
    boolean independent =
        (operation instanceof Operation.Create
                || operation instanceof Operation.Update
                || operation instanceof Operation.Replace)
            && changes.keySet().stream()
                .noneMatch(referrer -> referrer.object().resource().equals(operation.resource()));
    if (!independent) {
      settle();
    }
  }

  /** Makes what was noted. */
  void settle() {
    changes.forEach(this::make);
    changes.clear();
  }

  private void note(int index, Key owner, FieldType list, List<ObjectId> wanted) {
    Set<ObjectId> present = present(owner, list);
    Set<ObjectId> listed = new LinkedHashSet<>(wanted);
    if (listed.size() < wanted.size()) {
      reject(index, list, "An entry appears twice.");
      return;
    }
    int longest = list.limits().maxLength();
    if (present.size() > longest) {
      reject(
          index,
          list,
          "More than %d objects refer to this one: change them, not this list.".formatted(longest));
      return;
    }
    Set<ObjectId> removed = without(present, listed);
    Set<ObjectId> added = without(listed, present);
    changed += removed.size() + added.size();
    if (changed > most) {
      reject(index, list, "At most %d objects can be changed at once.".formatted(most));
      return;
    }
    removed.forEach(object -> note(index, owner, list, object, false));
    added.forEach(object -> note(index, owner, list, object, true));
  }

  /** What refers to an object, with what is noted and not made yet. */
  private Set<ObjectId> present(Key owner, FieldType list) {
    Set<ObjectId> present = new LinkedHashSet<>(writer.listed(list, owner.id()));
    changes.forEach(
        (referrer, change) -> {
          if (change.list().equals(list)) {
            present.remove(referrer.object());
            if (change.leadsTo(owner.id())) {
              present.add(referrer.object());
            }
          }
        });
    return present;
  }

  private static Set<ObjectId> without(Set<ObjectId> all, Set<ObjectId> others) {
    Set<ObjectId> rest = new LinkedHashSet<>(all);
    rest.removeAll(new HashSet<>(others));
    return rest;
  }

  private void note(int index, Key owner, FieldType list, ObjectId object, boolean listed) {
    ResourceType<?> type = writer.catalog().find(object.resource()).orElseThrow();
    Optional<StoredObject> found = writer.object(type, object.id());
    if (found.isEmpty()) {
      String message = "There is no %s with identifier %d.";
      reject(index, list, message.formatted(type.label(), object.id()));
      return;
    }
    FieldType by = type.field(list.owner().orElseThrow().by()).orElseThrow();
    Referrer referrer = new Referrer(object, by.name());
    Change noted = changes.get(referrer);
    Object present = noted == null ? found.get().values().get(by.name()) : noted.reference();
    changes.put(referrer, new Change(index, list, reference(by, present, owner.id(), listed)));
  }

  private static @Nullable Object reference(
      FieldType by, @Nullable Object present, long owner, boolean listed) {
    if (by.kind() == Kind.REFERENCE) {
      return listed ? owner : null;
    }
    List<Object> references = new ArrayList<>(present instanceof List<?> all ? all : List.of());
    if (listed) {
      references.add(owner);
    } else {
      references.remove((Object) owner);
    }
    return List.copyOf(references);
  }

  private void make(Referrer referrer, Change change) {
    ResourceType<?> type = writer.catalog().find(referrer.object().resource()).orElseThrow();
    StoredObject current = writer.object(type, referrer.object().id()).orElseThrow();
    Values values = current.values().with(referrer.by(), change.reference());
    Draft draft = drafts.check(type, current.id(), values, Violations.NONE);
    if (draft.isWrong()) {
      draft
          .violations()
          .messages()
          .forEach(
              (field, messages) ->
                  reject(change.index(), change.list(), sentence(current, field, messages)));
    } else {
      run.update(change.index(), current, draft.values());
    }
  }

  private static String sentence(StoredObject object, String field, List<String> messages) {
    String place = field.equals(Violations.WHOLE_OBJECT) ? "" : ", " + field;
    return "%s \"%s\"%s: %s"
        .formatted(object.type().label(), object.title(), place, String.join(" ", messages));
  }

  private void reject(int index, FieldType list, String message) {
    run.reject(index, Reason.INVALID, Violations.of(list.name(), message));
  }
}
