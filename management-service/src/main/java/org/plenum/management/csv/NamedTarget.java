package org.plenum.management.csv;

import java.util.List;
import java.util.Map;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;

/**
 * Objects that a column refers to by name.
 *
 * @param type resource
 * @param label what one of them is called
 * @param among values that a field of theirs must have, by wire name of the field
 */
record NamedTarget(ResourceType<?> type, String label, Map<String, List<String>> among) {
  NamedTarget {
    among = Map.copyOf(among);
  }

  static NamedTarget any(ResourceType<?> type) {
    return new NamedTarget(type, type.label(), Map.of());
  }

  boolean includes(StoredObject object) {
    return among.entrySet().stream()
        .allMatch(entry -> entry.getValue().contains(object.values().text(entry.getKey())));
  }
}
