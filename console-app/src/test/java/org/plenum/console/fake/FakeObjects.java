package org.plenum.console.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plenum.model.config.ConfigurationSnapshot;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.StoredValues;
import org.plenum.model.config.Values;

/** Configuration objects in maps, how they refer to each other, and their revisions. */
final class FakeObjects {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final ResourceCatalog catalog;
  private final Map<String, TreeMap<Long, Values>> objects = new HashMap<>();
  private final Map<ObjectId, Long> revisions = new HashMap<>();
  private long version = 1;
  private long nextId = 1;

  FakeObjects(ResourceCatalog catalog) {
    this.catalog = catalog;
  }

  ResourceCatalog catalog() {
    return catalog;
  }

  ResourceType<?> type(String name) {
    return catalog.find(name).orElseThrow();
  }

  /** Objects of a type, by identifier. */
  TreeMap<Long, Values> of(ResourceType<?> type) {
    return objects.computeIfAbsent(type.name(), name -> new TreeMap<>());
  }

  long version() {
    return version;
  }

  void nextVersion() {
    version++;
  }

  long newId() {
    return nextId++;
  }

  /** The version in which an object was written last. */
  long revision(ResourceType<?> type, long id) {
    return revisions.getOrDefault(new ObjectId(type.name(), id), 0L);
  }

  void put(ResourceType<?> type, long id, Values values) {
    of(type).put(id, values);
    revisions.put(new ObjectId(type.name(), id), version);
  }

  /** Deletes an object with its children. */
  void delete(ResourceType<?> type, long id) {
    for (FieldType field : type.childFields()) {
      ResourceType<?> childType = catalog.target(field);
      children(childType, field, id).forEach(child -> of(childType).remove(child.id()));
    }
    of(type).remove(id);
  }

  List<StoredValues> children(ResourceType<?> type, FieldType list, long owner) {
    String by = list.owner().orElseThrow().by();
    return of(type).entrySet().stream()
        .filter(entry -> Long.valueOf(owner).equals(entry.getValue().get(by)))
        .map(entry -> new StoredValues(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(
                child ->
                    Optional.ofNullable(child.values().number(list.owner().orElseThrow().order()))
                        .orElse(Long.MAX_VALUE)))
        .toList();
  }

  /** How many objects an inverse list shows. */
  long length(FieldType list, long owner) {
    return listed(catalog.targets(list), list, owner).size();
  }

  /** Objects that an inverse list shows. */
  List<ObjectId> listed(List<ResourceType<?>> types, FieldType list, long owner) {
    String by = list.owner().orElseThrow().by();
    List<ObjectId> listed = new ArrayList<>();
    for (ResourceType<?> type : types) {
      of(type)
          .forEach(
              (id, values) -> {
                if (Long.valueOf(owner).equals(values.get(by)) || values.list(by).contains(owner)) {
                  listed.add(new ObjectId(type.name(), id));
                }
              });
    }
    return listed;
  }

  /** Objects that refer to an object and do not belong to it. */
  List<ObjectId> users(ResourceType<?> type, long id) {
    List<ObjectId> users = new ArrayList<>();
    for (ResourceCatalog.Use use : catalog.usesOf(type)) {
      if (!use.owning()) {
        of(use.from())
            .forEach(
                (other, values) -> {
                  Object value = values.get(use.field().name());
                  if (Long.valueOf(id).equals(value)
                      || value instanceof List<?> list && list.contains(id)) {
                    users.add(new ObjectId(use.from().name(), other));
                  }
                });
      }
    }
    return users;
  }

  ConfigurationSnapshot snapshot() {
    ConfigurationSnapshot.Editor editor = ConfigurationSnapshot.empty(catalog).edit();
    objects.forEach(
        (name, stored) ->
            stored.forEach((id, values) -> editor.put(id, type(name).toRecord(values))));
    return editor.done();
  }

  /** All objects as they are now, for {@link #restore}. */
  Map<String, TreeMap<Long, Values>> copy() {
    Map<String, TreeMap<Long, Values>> copy = new HashMap<>();
    objects.forEach((resource, stored) -> copy.put(resource, new TreeMap<>(stored)));
    return copy;
  }

  void restore(Map<String, TreeMap<Long, Values>> copy) {
    objects.clear();
    objects.putAll(copy);
  }
}
