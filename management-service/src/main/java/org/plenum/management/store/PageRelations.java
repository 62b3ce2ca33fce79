package org.plenum.management.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.StoredValues;
import org.plenum.model.config.Values;
import org.plenum.model.config.json.RelatedObjects;

/**
 * Children and embedded objects of a page of a list: one statement for each field, not each row.
 */
final class PageRelations implements RelatedObjects {
  private record ChildKey(String list, long owner) {}

  private record ObjectKey(String resource, long id) {}

  private final Map<ChildKey, List<StoredValues>> children = new HashMap<>();
  private final Map<ObjectKey, Values> embedded = new HashMap<>();

  private PageRelations() {}

  static PageRelations of(
      ConfigurationReader reader, ResourceType<?> type, List<StoredObject> page) {
    PageRelations relations = new PageRelations();
    for (FieldType field : type.fields()) {
      if (field.kind() == Kind.CHILDREN) {
        relations.loadChildren(reader, field, page);
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
            .computeIfAbsent(new ChildKey(list.name(), owner), key -> new ArrayList<>())
            .add(new StoredValues(child.id(), child.values()));
      }
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
    ResourceType<?> target = reader.catalog().target(field);
    for (StoredObject object : reader.table(target).findAll(reader.handle(), ids)) {
      embedded.put(new ObjectKey(target.name(), object.id()), object.values());
    }
  }

  @Override
  public Optional<Values> find(ResourceType<?> type, long id) {
    return Optional.ofNullable(embedded.get(new ObjectKey(type.name(), id)));
  }

  @Override
  public List<StoredValues> children(ResourceType<?> type, FieldType list, long owner) {
    return children.getOrDefault(new ChildKey(list.name(), owner), List.of());
  }
}
