package org.plenum.management.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
 * becomes changes of the objects that refer, each checked as if it had been changed itself.
 */
final class InverseLists {
  private final ConfigurationWriter writer;
  private final DraftCheck drafts;
  private final int most;
  private final ChangeRun run;
  private int changed;

  /**
   * @param most objects that the lists of a change set may change in all
   */
  InverseLists(ConfigurationWriter writer, DraftCheck drafts, int most, ChangeRun run) {
    this.writer = writer;
    this.drafts = drafts;
    this.most = most;
    this.run = run;
  }

  /** Makes the lists of an object be what a request says; a list that it does not carry stays. */
  void apply(int index, Key owner, Values request) {
    for (FieldType list : owner.type().inverseFields()) {
      if (request.has(list.name())) {
        List<ObjectId> wanted =
            request.list(list.name()).stream().map(ObjectId.class::cast).toList();
        apply(index, owner, list, wanted);
      }
    }
  }

  private void apply(int index, Key owner, FieldType list, List<ObjectId> wanted) {
    Set<ObjectId> present = new LinkedHashSet<>(writer.listed(list, owner.id()));
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
    removed.forEach(object -> change(index, owner, list, object, false));
    added.forEach(object -> change(index, owner, list, object, true));
  }

  private static Set<ObjectId> without(Set<ObjectId> all, Set<ObjectId> others) {
    Set<ObjectId> rest = new LinkedHashSet<>(all);
    rest.removeAll(new HashSet<>(others));
    return rest;
  }

  private void change(int index, Key owner, FieldType list, ObjectId object, boolean listed) {
    ResourceType<?> type = writer.catalog().find(object.resource()).orElseThrow();
    Optional<StoredObject> found = writer.object(type, object.id());
    if (found.isEmpty()) {
      String message = "There is no %s with identifier %d.";
      reject(index, list, message.formatted(type.label(), object.id()));
      return;
    }
    StoredObject current = found.get();
    FieldType by = type.field(list.owner().orElseThrow().by()).orElseThrow();
    Values values =
        current.values().with(by.name(), reference(by, current.values(), owner.id(), listed));
    Draft draft = drafts.check(type, current.id(), values, Violations.NONE);
    if (draft.isWrong()) {
      draft
          .violations()
          .messages()
          .forEach((field, messages) -> reject(index, list, sentence(current, field, messages)));
    } else {
      run.update(index, current, draft.values());
    }
  }

  private static @Nullable Object reference(
      FieldType by, Values object, long owner, boolean listed) {
    if (by.kind() == Kind.REFERENCE) {
      return listed ? owner : null;
    }
    List<Object> references = new ArrayList<>(object.list(by.name()));
    if (listed) {
      references.add(owner);
    } else {
      references.remove((Object) owner);
    }
    return List.copyOf(references);
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
