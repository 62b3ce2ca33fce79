package org.plenum.management.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenum.management.change.Operation;
import org.plenum.management.csv.Draft.Key;
import org.plenum.management.csv.Draft.WantedChild;
import org.plenum.management.csv.Planned.Outcome;
import org.plenum.management.csv.Planned.Step;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.CanonicalForm;
import org.plenum.model.config.Child;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.FieldType.Ownership;
import org.plenum.model.config.Values;

/**
 * Compares drafts with what is stored where each draft is one object. The children of a draft take
 * the place of those that the object has. A child that moves from one object of the file to another
 * is taken away first, so that the order of records does not matter.
 */
final class ObjectPlanner {
  private final CsvFormat format;
  private final Map<Long, Match> matchesById = new HashMap<>();
  private final Map<Draft, Match> matches = new HashMap<>();
  private final Map<String, Draft> wanting = new HashMap<>();

  /** The object that a draft is about. */
  private static final class Match {
    final Draft draft;
    final long id;
    final boolean sameFields;
    final List<String> losses;
    final List<StoredObject> children = new ArrayList<>();
    final List<Step> releases = new ArrayList<>();

    Match(CsvFormat format, Draft draft, StoredObject object) {
      this.draft = draft;
      this.id = object.id();
      this.sameFields = saysTheSame(draft.values(), object.values());
      this.losses = Losses.of(format, draft.values(), object.values());
    }
  }

  private ObjectPlanner(CsvFormat format) {
    this.format = format;
  }

  static List<Planned> plan(ConfigurationReader reader, CsvFormat format, Drafts drafts) {
    ObjectPlanner planner = new ObjectPlanner(format);
    planner.match(reader, drafts);
    return drafts.all().stream().filter(draft -> !draft.wrong()).map(planner::plan).toList();
  }

  /** Whether an object has all these values already. */
  static boolean saysTheSame(Values wanted, Values present) {
    return wanted.names().stream().allMatch(field -> wanted.sameIn(present, field));
  }

  private void match(ConfigurationReader reader, Drafts drafts) {
    String key = format.key().field().orElseThrow().name();
    reader.forEach(
        format.type(),
        object ->
            drafts
                .find(new Key(object.values().text(key), 0))
                .filter(draft -> !draft.wrong() && format.holds(object))
                .ifPresent(draft -> match(draft, object)));
    format.children().ifPresent(list -> matchChildren(reader, drafts, list));
  }

  private void match(Draft draft, StoredObject object) {
    Match match = new Match(format, draft, object);
    matches.put(draft, match);
    matchesById.put(object.id(), match);
  }

  private void matchChildren(ConfigurationReader reader, Drafts drafts, FieldType list) {
    for (Draft draft : drafts.all()) {
      draft.children().forEach(child -> wanting.put(name(child.values()), draft));
    }
    String by = list.owner().orElseThrow().by();
    reader.forEach(
        reader.catalog().target(list),
        child -> {
          Match owner = matchesById.get(child.values().number(by));
          if (owner != null) {
            matchChild(owner, child);
          }
        });
    matchesById.values().forEach(match -> match.children.sort(inOrder(list.owner().get())));
  }

  private void matchChild(Match owner, StoredObject child) {
    Draft wantedBy = wanting.get(name(child.values()));
    if (wantedBy == null || wantedBy.equals(owner.draft)) {
      owner.children.add(child);
    } else {
      owner.releases.add(new Step(Operation.delete(child.type().name(), child.id()), owner.draft));
    }
  }

  static Comparator<StoredObject> inOrder(Ownership ownership) {
    return Comparator.comparing(
            (StoredObject child) -> child.values().number(ownership.order()),
            Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(StoredObject::id);
  }

  /** The name of a child as the store compares it. */
  private String name(Values child) {
    FieldType field = format.childKey().orElseThrow().field().orElseThrow();
    return CanonicalForm.caseless(child.text(field.name()));
  }

  private Planned plan(Draft draft) {
    String resource = format.type().name();
    Match match = matches.get(draft);
    if (match == null) {
      Operation create = Operation.create(resource, withChildren(draft, List.of()));
      return planned(Outcome.CREATED, draft, List.of(), create, List.of());
    }
    boolean sameChildren = hasSameChildren(match);
    if (sameChildren && match.sameFields) {
      return Planned.unchanged(draft);
    }
    Values patch = sameChildren ? draft.values() : withChildren(draft, match.children);
    Operation update = Operation.update(resource, match.id, patch);
    return planned(Outcome.UPDATED, draft, match.releases, update, losses(match));
  }

  private List<String> losses(Match match) {
    List<String> losses = new ArrayList<>(match.losses);
    if (format.children().isPresent()) {
      Set<String> wanted = new HashSet<>();
      match.draft.children().forEach(child -> wanted.add(name(child.values())));
      match.children.stream()
          .filter(child -> !wanted.contains(name(child.values())))
          .forEach(child -> losses.add(format.children().get().label()));
    }
    return losses;
  }

  private static Planned planned(
      Outcome outcome, Draft draft, List<Step> releases, Operation operation, List<String> losses) {
    return new Planned(
        outcome, List.of(draft), releases, List.of(new Step(operation, draft)), losses);
  }

  private boolean hasSameChildren(Match match) {
    List<WantedChild> wanted = match.draft.children();
    if (!match.releases.isEmpty() || wanted.size() != match.children.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!saysTheSame(wanted.get(i).values(), match.children.get(i).values())) {
        return false;
      }
    }
    return true;
  }

  private Values withChildren(Draft draft, List<StoredObject> present) {
    if (format.children().isEmpty()) {
      return draft.values();
    }
    Map<String, Long> ids = new HashMap<>();
    present.forEach(child -> ids.put(name(child.values()), child.id()));
    List<Child> children = new ArrayList<>();
    for (WantedChild child : draft.children()) {
      children.add(new Child(ids.remove(name(child.values())), child.values()));
    }
    return draft.values().with(format.children().get().name(), children);
  }
}
