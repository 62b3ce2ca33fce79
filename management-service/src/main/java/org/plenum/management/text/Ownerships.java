package org.plenum.management.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.FieldType.Ownership;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;

/** Which resources stand inside others in a text. Immutable. */
final class Ownerships {
  private final ResourceCatalog catalog;
  private final Map<String, Ownership> owned = new HashMap<>();

  Ownerships(ResourceCatalog catalog) {
    this.catalog = catalog;
    for (ResourceType<?> owner : catalog.types()) {
      for (FieldType list : owner.childFields()) {
        owned.put(catalog.target(list).name(), list.owner().orElseThrow());
      }
    }
  }

  /** Resources with a section of their own, in their order. */
  List<? extends ResourceType<?>> sections() {
    return catalog.types().stream().filter(type -> !owned.containsKey(type.name())).toList();
  }

  /** How objects of the resource hang on their owner; empty if they stand by themselves. */
  Optional<Ownership> of(ResourceType<?> type) {
    return Optional.ofNullable(owned.get(type.name()));
  }

  /** Whether the place in the text says what the field says. */
  boolean isPlace(ResourceType<?> type, FieldType field) {
    return of(type)
        .filter(o -> field.name().equals(o.by()) || field.name().equals(o.order()))
        .isPresent();
  }
}
