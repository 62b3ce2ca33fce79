package org.plenum.management.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenum.management.change.Operation;
import org.plenum.management.csv.Draft.Key;
import org.plenum.management.csv.Planned.Outcome;
import org.plenum.management.csv.Planned.Step;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.Values;

/**
 * Compares drafts with what is stored where an object is in use at several others, and each draft
 * is about one of these uses (OPS-200). Drafts with the same values share an object. An object of
 * which only some uses shall change is divided.
 */
final class SharedObjectPlanner {
  private final CsvFormat format;
  private final String resource;
  private final String list;
  private final List<Planned> plans = new ArrayList<>();
  private final Set<Draft> planned = new HashSet<>();

  private SharedObjectPlanner(CsvFormat format) {
    this.format = format;
    this.resource = format.type().name();
    this.list = format.listColumn().orElseThrow().field().orElseThrow().name();
  }

  static List<Planned> plan(ConfigurationReader reader, CsvFormat format, Drafts drafts) {
    SharedObjectPlanner planner = new SharedObjectPlanner(format);
    reader.forEach(format.type(), object -> planner.compare(object, drafts));
    planner.create(drafts);
    return planner.plans;
  }

  private void compare(StoredObject object, Drafts drafts) {
    String text = object.values().text(format.key().field().orElseThrow().name());
    List<Draft> changed = new ArrayList<>();
    for (Object use : object.values().list(list)) {
      drafts
          .find(new Key(text, (Long) use))
          .filter(draft -> !draft.wrong() && planned.add(draft))
          .ifPresent(
              draft -> {
                if (ObjectPlanner.saysTheSame(draft.values(), object.values())) {
                  plans.add(Planned.unchanged(draft));
                } else {
                  changed.add(draft);
                }
              });
    }
    if (!changed.isEmpty()) {
      divide(object, byValues(changed));
    }
  }

  private void divide(StoredObject object, Collection<List<Draft>> groups) {
    List<Object> rest = new ArrayList<>(object.values().list(list));
    groups.forEach(group -> rest.removeAll(Set.copyOf(uses(group))));
    List<Step> steps = new ArrayList<>();
    List<Draft> drafts = new ArrayList<>();
    List<String> losses = new ArrayList<>();
    boolean free = rest.isEmpty();
    if (!free) {
      Values remaining = Values.EMPTY.with(list, rest);
      steps.add(step(Operation.update(resource, object.id(), remaining), groups.iterator().next()));
    }
    for (List<Draft> group : groups) {
      Values values = values(group);
      steps.add(
          step(
              free
                  ? Operation.update(resource, object.id(), values)
                  : Operation.create(resource, values),
              group));
      free = false;
      drafts.addAll(group);
      group.forEach(draft -> losses.addAll(Losses.of(format, draft.values(), object.values())));
    }
    plans.add(new Planned(Outcome.UPDATED, drafts, List.of(), steps, losses));
  }

  private void create(Drafts drafts) {
    List<Draft> fresh =
        drafts.all().stream().filter(draft -> !draft.wrong() && !planned.contains(draft)).toList();
    for (List<Draft> group : byValues(fresh)) {
      Step step = step(Operation.create(resource, values(group)), group);
      plans.add(new Planned(Outcome.CREATED, group, List.of(), List.of(step), List.of()));
    }
  }

  private static Step step(Operation operation, List<Draft> group) {
    return new Step(operation, group.getFirst());
  }

  private static Collection<List<Draft>> byValues(List<Draft> drafts) {
    Map<Values, List<Draft>> groups = new LinkedHashMap<>();
    drafts.forEach(
        draft -> groups.computeIfAbsent(draft.values(), values -> new ArrayList<>()).add(draft));
    return groups.values();
  }

  private Values values(List<Draft> group) {
    return group.getFirst().values().with(list, uses(group));
  }

  private static List<Long> uses(List<Draft> group) {
    return group.stream().map(draft -> draft.key().listed()).toList();
  }
}
