package org.plenum.model.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list that shows objects of a resource at the objects that they refer to.
 *
 * @param owner resource of the objects that have the list
 * @param field the list, of children or an inverse one
 */
public record Listing(ResourceType<?> owner, FieldType field) {
  /**
   * Identifiers of the objects whose list shows something else when one that it may list has
   * changed.
   *
   * @param before the listed object as it was, empty if it is new
   * @param after the listed object as it is, empty if it is gone
   */
  public Set<Long> concerned(Values before, Values after) {
    Set<Long> earlier = owners(before);
    Set<Long> concerned = new LinkedHashSet<>(earlier);
    Set<Long> now = owners(after);
    concerned.addAll(now);
    if (field.kind() == Kind.INVERSE && !field.embedded()) {
      // Such a list has addresses, which stay the same.
      concerned.removeIf(id -> earlier.contains(id) && now.contains(id));
    }
    return concerned;
  }

  private Set<Long> owners(Values listed) {
    @Nullable Object by = listed.get(field.owner().orElseThrow().by());
    Set<Long> owners = new LinkedHashSet<>();
    for (Object id : by instanceof List<?> list ? list : by == null ? List.of() : List.of(by)) {
      owners.add((Long) id);
    }
    return owners;
  }
}
