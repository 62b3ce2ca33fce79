package org.plenum.management.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.plenum.model.config.ResourceType;

/**
 * Makes keys distinct: where several objects of a resource have the same, the second in the order
 * of the text is called {@code KEY (2)}. For one text.
 */
final class KeyNumbers {
  private final Map<String, Map<String, Integer>> counts = new HashMap<>();
  private final Map<String, Set<String>> given = new HashMap<>();

  /** The distinct key of the next object. */
  String next(ResourceType<?> type, String key) {
    Set<String> taken = given.computeIfAbsent(type.name(), name -> new HashSet<>());
    Map<String, Integer> seen = counts.computeIfAbsent(type.name(), name -> new HashMap<>());
    String distinct = key;
    while (!taken.add(distinct)) {
      int count = seen.merge(key, 1, Integer::sum) + 1;
      distinct = KeyOrder.numbered(key, count);
    }
    return distinct;
  }
}
