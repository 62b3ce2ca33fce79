package org.plenum.model.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plenum.model.config.FieldType.Ownership;

/** What happens to the children of an object when a request carries their list. */
public sealed interface ChildChange {
  /** A child appears; the values carry the reference to the owner and the position. */
  record Created(int index, Values values) implements ChildChange {}

  /** A child gets other values or another position. */
  record Updated(int index, long id, Values patch) implements ChildChange {}

  /** A child is not in the list any more. */
  record Deleted(long id) implements ChildChange {}

  /**
   * Compares the list of a request with the children that there are. Deletions come first, so that
   * a unique value of a deleted child is free for a new one.
   *
   * @param owner identifier of the owner
   * @param field the list of children
   * @param wanted list of the request
   * @param present children of the owner that are stored
   * @return changes, in the order in which they have to be made; the index in the list of the
   *     request tells where a violation belongs
   * @throws IllegalArgumentException if the request names a child that the owner does not have
   */
  static List<ChildChange> between(
      long owner, FieldType field, List<Child> wanted, List<StoredValues> present) {
    Ownership ownership = field.owner().orElseThrow();
    Set<Long> known = new HashSet<>();
    present.forEach(child -> known.add(child.id()));
    Set<Long> kept = new HashSet<>();
    List<ChildChange> changes = new ArrayList<>();
    for (int index = 0; index < wanted.size(); index++) {
      Child child = wanted.get(index);
      Values values = child.values().with(ownership.order(), index + 1L);
      if (child.id() == null) {
        changes.add(new Created(index, values.with(ownership.by(), owner)));
      } else if (known.contains(child.id()) && kept.add(child.id())) {
        changes.add(new Updated(index, child.id(), values));
      } else {
        throw new IllegalArgumentException(
            "identifier " + child.id() + " is none of this object's");
      }
    }
    List<ChildChange> ordered = new ArrayList<>();
    present.stream()
        .filter(child -> !kept.contains(child.id()))
        .forEach(child -> ordered.add(new Deleted(child.id())));
    ordered.addAll(changes);
    return ordered;
  }
}
