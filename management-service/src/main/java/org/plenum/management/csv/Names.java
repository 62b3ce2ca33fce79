package org.plenum.management.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.StoredObject;
import org.plenum.management.text.KeyOrder;

/**
 * Names and identifiers of the objects that columns refer to, as they are at one moment. Several
 * objects with the same name are called {@code NAME (1)}, {@code NAME (2)} and so on; the name
 * alone stands for none of them.
 */
final class Names {
  /** No object has a name. */
  static final Names NONE = new Names();

  /** Names that an error offers. */
  private static final int MAX_OFFERED = 5;

  private final Map<NamedTarget, Map<String, Long>> ids = new HashMap<>();
  private final Map<NamedTarget, Map<Long, String>> names = new HashMap<>();
  private final Map<NamedTarget, Map<String, List<String>>> shared = new HashMap<>();

  private Names() {}

  /** Looks all names up. */
  static Names load(ConfigurationReader reader, Collection<NamedTarget> targets) {
    Names all = new Names();
    targets.forEach(target -> all.load(reader, target));
    return all;
  }

  private void load(ConfigurationReader reader, NamedTarget target) {
    Map<String, Long> byName = new HashMap<>();
    Set<String> notUnique = new HashSet<>();
    forEach(
        reader,
        target,
        object -> {
          if (byName.putIfAbsent(object.title(), object.id()) != null) {
            notUnique.add(object.title());
          }
        });
    Map<String, List<String>> numbered = new HashMap<>();
    if (!notUnique.isEmpty()) {
      Map<String, List<StoredObject>> namesakes = new HashMap<>();
      forEach(
          reader,
          target,
          object -> {
            if (notUnique.contains(object.title())) {
              namesakes.computeIfAbsent(object.title(), title -> new ArrayList<>()).add(object);
            }
          });
      KeyOrder order = new KeyOrder(reader.catalog());
      namesakes.forEach(
          (title, objects) -> {
            objects.sort(order);
            numbered.put(title, number(title, objects, byName));
          });
      notUnique.forEach(byName::remove);
    }
    ids.put(target, byName);
    names.put(
        target,
        byName.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)));
    shared.put(target, numbered);
  }

  private static void forEach(
      ConfigurationReader reader, NamedTarget target, Consumer<StoredObject> consumer) {
    reader.forEach(
        target.type(),
        object -> {
          if (target.includes(object)) {
            consumer.accept(object);
          }
        });
  }

  /** Gives objects with the same title names that no other object has. */
  private static List<String> number(
      String title, List<StoredObject> objects, Map<String, Long> byName) {
    List<String> numbered = new ArrayList<>();
    int number = 0;
    for (StoredObject object : objects) {
      String name;
      do {
        name = KeyOrder.numbered(title, ++number);
      } while (byName.putIfAbsent(name, object.id()) != null);
      numbered.add(name);
    }
    return numbered;
  }

  /**
   * The identifier of the object with a name.
   *
   * @throws CellException if there is none, or more than one
   */
  long id(NamedTarget target, String name) throws CellException {
    List<String> numbered = shared.getOrDefault(target, Map.of()).get(name);
    if (numbered != null) {
      throw new CellException(
          "There are %d %s '%s': write %s."
              .formatted(numbered.size(), target.type().plural(), name, offer(numbered)));
    }
    Long id = ids.getOrDefault(target, Map.of()).get(name);
    if (id == null) {
      throw new CellException("There is no %s '%s'.".formatted(target.label(), name));
    }
    return id;
  }

  private static String offer(List<String> names) {
    String offered =
        names.stream()
            .limit(MAX_OFFERED)
            .map("'%s'"::formatted)
            .collect(Collectors.joining(" or "));
    return names.size() > MAX_OFFERED ? offered + " and so on" : offered;
  }

  /** The name; empty if the object is not one that may be named here. */
  String name(NamedTarget target, long id) {
    return names.getOrDefault(target, Map.of()).getOrDefault(id, "");
  }
}
