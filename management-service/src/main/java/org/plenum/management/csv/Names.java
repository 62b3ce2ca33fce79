package org.plenum.management.csv;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plenum.management.store.ConfigurationReader;

/** Names and identifiers of the objects that columns refer to, as they are at one moment. */
final class Names {
  /** No object has a name. */
  static final Names NONE = new Names();

  private final Map<NamedTarget, Map<String, Long>> ids = new HashMap<>();
  private final Map<NamedTarget, Map<Long, String>> names = new HashMap<>();

  private Names() {}

  /** Looks all names up. */
  static Names load(ConfigurationReader reader, Collection<NamedTarget> targets) {
    Names all = new Names();
    for (NamedTarget target : targets) {
      Map<String, Long> ids = new HashMap<>();
      Map<Long, String> names = new HashMap<>();
      reader.forEach(
          target.type(),
          object -> {
            if (target.includes(object)) {
              ids.putIfAbsent(object.title(), object.id());
              names.put(object.id(), object.title());
            }
          });
      all.ids.put(target, ids);
      all.names.put(target, names);
    }
    return all;
  }

  Optional<Long> id(NamedTarget target, String name) {
    return Optional.ofNullable(ids.getOrDefault(target, Map.of()).get(name));
  }

  /** The name; empty if the object is not one that may be named here. */
  String name(NamedTarget target, long id) {
    return names.getOrDefault(target, Map.of()).getOrDefault(id, "");
  }
}
