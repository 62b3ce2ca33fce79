package org.plenum.console.resource.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ListQuery;
import org.plenum.console.configuration.ObjectPage;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceType;

/** The objects that a reference can lead to. Its methods block: not for the JavaFX thread. */
final class References {
  /** Few enough to choose from; more need a longer search text. */
  private static final int MAX_FOUND = 50;

  private static final int MAX_CATALOGUE = 500;

  private final ConfigurationClient client;
  private final List<ResourceType<?>> types;

  References(ConfigurationClient client, List<ResourceType<?>> types) {
    this.client = client;
    this.types = types;
  }

  /** An object to choose. */
  record Option(ObjectId object, String title) {
    /** An object of which only the identifier is known. */
    static Option untitled(ObjectId object) {
      return new Option(object, "#" + object.id());
    }

    long id() {
      return object.id();
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /** The resource, the first where there are several. */
  ResourceType<?> type() {
    return types.getFirst();
  }

  /** An object of the first resource. */
  ObjectId object(long id) {
    return new ObjectId(type().name(), id);
  }

  /** Whether there are more objects than a number. */
  boolean areMoreThan(int number) {
    return types.stream().anyMatch(type -> page(type, "", 1).total() > number);
  }

  /** All objects of a small catalogue. */
  List<Option> all() {
    return found("", MAX_CATALOGUE);
  }

  /** What the objects are called. */
  String plural() {
    return type().plural();
  }

  List<Option> search(String text) {
    return found(text, MAX_FOUND);
  }

  private List<Option> found(String text, int limit) {
    return types.stream()
        .flatMap(type -> page(type, text, limit).objects().stream())
        .map(found -> new Option(new ObjectId(found.type().name(), found.id()), found.title()))
        .toList();
  }

  private ObjectPage page(ResourceType<?> type, String text, int limit) {
    return client.list(type, ListQuery.matching(text, type.titleField().orElse("id"), limit));
  }

  Map<Long, String> titles(Set<Long> ids) {
    return client.titles(type(), ids);
  }

  /** The objects with what they are called, in their order. */
  List<Option> titled(List<ObjectId> objects) {
    Map<ObjectId, String> titles = new HashMap<>();
    for (ResourceType<?> type : types) {
      Set<Long> ids =
          objects.stream()
              .filter(object -> object.resource().equals(type.name()))
              .map(ObjectId::id)
              .collect(Collectors.toSet());
      client
          .titles(type, ids)
          .forEach((id, title) -> titles.put(new ObjectId(type.name(), id), title));
    }
    return objects.stream()
        .map(
            object ->
                titles.containsKey(object)
                    ? new Option(object, titles.get(object))
                    : Option.untitled(object))
        .toList();
  }
}
