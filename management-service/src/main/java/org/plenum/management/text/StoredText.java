package org.plenum.management.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;

/**
 * The stored configuration in the order of the text: resources as they are declared, objects by
 * their keys, children inside their owners. Immutable once made.
 */
final class StoredText {
  private static final TextObjects.Names NO_NAMES = (type, id) -> "";

  private final Ownerships ownerships;
  private final TextObjects objects;
  private final Map<String, List<Entry>> sections = new LinkedHashMap<>();
  private final Map<String, Map<Long, String>> names = new HashMap<>();
  private final Map<String, Map<String, StoredObject>> byKey = new HashMap<>();
  private final Map<String, List<StoredObject>> childrenByOwner = new HashMap<>();

  /** An object and, by the name of the list, its children in their order. */
  record Entry(StoredObject object, Map<FieldType, List<Entry>> children) {}

  private record Keyed(String key, StoredObject object) {}

  StoredText(ConfigurationReader reader, Ownerships ownerships, TextObjects objects) {
    this.ownerships = ownerships;
    this.objects = objects;
    KeyNumbers numbers = new KeyNumbers();
    KeyOrder order = new KeyOrder(objects);
    Map<String, Map<Long, List<StoredObject>>> children = children(reader);
    for (ResourceType<?> type : ownerships.sections()) {
      List<Keyed> keyed = new ArrayList<>();
      reader.forEach(type, object -> keyed.add(new Keyed(key(object), object)));
      keyed.sort(Comparator.comparing(Keyed::key).thenComparing(Keyed::object, order));
      List<Entry> section = new ArrayList<>();
      keyed.forEach(k -> section.add(entry(reader.catalog(), k.object(), children, numbers)));
      sections.put(type.name(), section);
    }
  }

  /** Children by their resource and owner, in their order. */
  private Map<String, Map<Long, List<StoredObject>>> children(ConfigurationReader reader) {
    Map<String, Map<Long, List<StoredObject>>> all = new HashMap<>();
    for (ResourceType<?> type : reader.catalog().types()) {
      ownerships
          .of(type)
          .ifPresent(
              ownership -> {
                Map<Long, List<StoredObject>> byOwner = new HashMap<>();
                reader.forEach(
                    type,
                    child ->
                        Optional.ofNullable(child.values().number(ownership.by()))
                            .ifPresent(
                                owner ->
                                    byOwner
                                        .computeIfAbsent(owner, id -> new ArrayList<>())
                                        .add(child)));
                byOwner
                    .values()
                    .forEach(
                        list ->
                            list.sort(
                                Comparator.comparing(
                                    child ->
                                        Optional.ofNullable(
                                                child.values().number(ownership.order()))
                                            .orElse(Long.MAX_VALUE))));
                all.put(type.name(), byOwner);
              });
    }
    return all;
  }

  private Entry entry(
      ResourceCatalog catalog,
      StoredObject object,
      Map<String, Map<Long, List<StoredObject>>> children,
      KeyNumbers numbers) {
    ResourceType<?> type = object.type();
    String key = numbers.next(type, key(object));
    names.computeIfAbsent(type.name(), name -> new HashMap<>()).put(object.id(), key);
    byKey.computeIfAbsent(type.name(), name -> new HashMap<>()).put(key, object);
    Map<FieldType, List<Entry>> lists = new LinkedHashMap<>();
    for (FieldType list : type.childFields()) {
      List<StoredObject> owned =
          children
              .getOrDefault(catalog.target(list).name(), Map.of())
              .getOrDefault(object.id(), List.of());
      childrenByOwner.put(place(type, object.id(), list), owned);
      lists.put(
          list, owned.stream().map(child -> entry(catalog, child, children, numbers)).toList());
    }
    return new Entry(object, lists);
  }

  private String key(StoredObject object) {
    if (object.type().managed()) {
      return object.title();
    }
    return NaturalKey.of(object.type(), objects.write(object.type(), object.values(), NO_NAMES));
  }

  private static String place(ResourceType<?> owner, long id, FieldType list) {
    return owner.name() + "/" + id + "/" + list.name();
  }

  /** Children of an object in their order. */
  List<StoredObject> childrenOf(ResourceType<?> owner, long id, FieldType list) {
    return childrenByOwner.getOrDefault(place(owner, id, list), List.of());
  }

  /** Objects of a section. */
  List<Entry> section(ResourceType<?> type) {
    return sections.getOrDefault(type.name(), List.of());
  }

  /** What an object is called. */
  String name(ResourceType<?> type, long id) {
    return names.getOrDefault(type.name(), Map.of()).getOrDefault(id, "#" + id);
  }

  /** Identifiers of the objects of a resource by what they are called. */
  Map<String, StoredObject> byKey(ResourceType<?> type) {
    return byKey.getOrDefault(type.name(), Map.of());
  }

  /** The content of the text. */
  ObjectNode write() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    for (ResourceType<?> type : ownerships.sections()) {
      if (type.singleton()) {
        section(type).forEach(entry -> root.set(type.name(), write(entry)));
      } else if (!type.managed()) {
        ArrayNode list = root.putArray(type.name());
        section(type).forEach(entry -> list.add(write(entry)));
      }
    }
    return root;
  }

  private ObjectNode write(Entry entry) {
    ObjectNode node = objects.write(entry.object().type(), entry.object().values(), this::name);
    entry
        .children()
        .forEach(
            (list, children) -> {
              if (!children.isEmpty()) {
                ArrayNode array = node.putArray(list.name());
                children.forEach(child -> array.add(write(child)));
              }
            });
    return node;
  }
}
