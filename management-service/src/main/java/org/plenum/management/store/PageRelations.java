package org.plenum.management.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.StoredValues;
import org.plenum.model.config.Values;
import org.plenum.model.config.json.RelatedObjects;

/**
 * What the objects of a page of a list show of others: children, embedded objects and inverse
 * lists. One statement for each field, not each row.
 */
final class PageRelations implements RelatedObjects {
  private record ListKey(String list, long owner) {}

  private record ObjectKey(String resource, long id) {}

  private final Map<ListKey, List<StoredValues>> children = new HashMap<>();
  private final Map<ListKey, List<ObjectId>> inverse = new HashMap<>();
  private final Map<ObjectKey, Values> embedded = new HashMap<>();

  private PageRelations() {}

  static PageRelations of(
      ConfigurationReader reader,
      ResourceType<?> type,
      List<FieldType> fields,
      List<StoredObject> page) {
    PageRelations relations = new PageRelations();
    for (FieldType field : fields) {
      if (field.kind() == Kind.CHILDREN) {
        relations.loadChildren(reader, field, page);
      } else if (field.kind() == Kind.INVERSE) {
        relations.loadInverse(reader, type, field, page);
      } else if (field.embedded() && field.kind().isReference()) {
        relations.loadEmbedded(reader, field, page);
      }
    }
    return relations;
  }

  private void loadChildren(ConfigurationReader reader, FieldType list, List<StoredObject> page) {
    String by = list.owner().orElseThrow().by();
    List<Long> owners = page.stream().map(StoredObject::id).toList();
    for (StoredObject child : reader.childObjects(list, owners)) {
      Long owner = child.values().number(by);
      if (owner != null) {
        children
            .computeIfAbsent(new ListKey(list.name(), owner), key -> new ArrayList<>())
            .add(new StoredValues(child.id(), child.values()));
      }
    }
  }

  /** Lists that are too long to be shown are counted and not read. */
  private void loadInverse(
      ConfigurationReader reader, ResourceType<?> type, FieldType list, List<StoredObject> page) {
    List<Long> shown = new ArrayList<>();
    reader
        .lengths(type, list, page.stream().map(StoredObject::id).toList())
        .forEach(
            (owner, length) -> {
              if (length <= list.limits().maxLength()) {
                shown.add(owner);
              }
            });
    Map<Long, List<ObjectId>> listed = reader.listed(list, shown);
    for (long owner : shown) {
      inverse.put(new ListKey(list.name(), owner), listed.getOrDefault(owner, List.of()));
    }
    if (list.embedded()) {
      loadListed(reader, list, listed.values());
    }
  }

  private void loadListed(
      ConfigurationReader reader, FieldType list, Collection<List<ObjectId>> listed) {
    for (ResourceType<?> target : reader.catalog().targets(list)) {
      Set<Long> ids =
          listed.stream()
              .flatMap(List::stream)
              .filter(object -> object.resource().equals(target.name()))
              .map(ObjectId::id)
              .collect(Collectors.toSet());
      load(reader, target, ids);
    }
  }

  private void loadEmbedded(ConfigurationReader reader, FieldType field, List<StoredObject> page) {
    Set<Long> ids = new LinkedHashSet<>();
    for (StoredObject object : page) {
      Object value = object.values().get(field.name());
      if (value instanceof Long id) {
        ids.add(id);
      } else if (value instanceof List<?> list) {
        list.forEach(id -> ids.add((Long) id));
      }
    }
    load(reader, reader.catalog().target(field), ids);
  }

  private void load(ConfigurationReader reader, ResourceType<?> target, Set<Long> ids) {
    List<StoredObject> found = ids.isEmpty() ? List.of() : reader.objects(target, ids);
    for (StoredObject object : found) {
      embedded.put(new ObjectKey(target.name(), object.id()), object.values());
    }
  }

  @Override
  public Optional<Values> find(ResourceType<?> type, long id) {
    return Optional.ofNullable(embedded.get(new ObjectKey(type.name(), id)));
  }

  @Override
  public List<StoredValues> children(ResourceType<?> type, FieldType list, long owner) {
    return children.getOrDefault(new ListKey(list.name(), owner), List.of());
  }

  @Override
  public Optional<List<ObjectId>> inverse(List<ResourceType<?>> types, FieldType list, long owner) {
    return Optional.ofNullable(inverse.get(new ListKey(list.name(), owner)));
  }
}
