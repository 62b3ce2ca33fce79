package org.plenum.model.config.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.StoredValues;
import org.plenum.model.config.Values;

/** Related objects as far as somebody may view them. */
record VisibleObjects(RelatedObjects all, Permissions permissions) implements RelatedObjects {
  @Override
  public Optional<Values> find(ResourceType<?> type, long id) {
    return all.find(type, id).map(object -> isVisible(type) ? object : title(type, object));
  }

  @Override
  public List<StoredValues> children(ResourceType<?> type, FieldType list, long owner) {
    return isVisible(type) ? all.children(type, list, owner) : List.of();
  }

  @Override
  public Optional<List<ObjectId>> inverse(List<ResourceType<?>> types, FieldType list, long owner) {
    return types.stream().allMatch(this::isVisible)
        ? all.inverse(types, list, owner)
        : Optional.empty();
  }

  private boolean isVisible(ResourceType<?> type) {
    return permissions.mayView(type.area());
  }

  private static Values title(ResourceType<?> type, Values object) {
    return type.titleField()
        .filter(object::has)
        .map(field -> Values.of(Collections.singletonMap(field, object.get(field))))
        .orElseGet(() -> Values.of(Map.of()));
  }
}
