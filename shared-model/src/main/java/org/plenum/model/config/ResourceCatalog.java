package org.plenum.model.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plenum.model.access.Permissions;

/** All resources of the platform in the order in which they are shown. Immutable. */
public final class ResourceCatalog {
  private final Map<String, ResourceType<?>> byName;
  private final Map<Class<?>, ResourceType<?>> byClass;
  private final List<ResourceType<?>> all;
  private final Map<String, List<Listing>> listings = new HashMap<>();

  /**
   * A reference from one resource to another.
   *
   * @param from resource that has the field
   * @param field the field
   * @param owning whether objects of {@code from} are children of the other and deleted with it;
   *     any other reference keeps the object that it leads to from being deleted
   */
  public record Use(ResourceType<?> from, FieldType field, boolean owning) {}

  private ResourceCatalog(List<ResourceType<?>> types) {
    Map<String, ResourceType<?>> names = new LinkedHashMap<>();
    Map<Class<?>, ResourceType<?>> classes = new LinkedHashMap<>();
    for (ResourceType<?> type : types) {
      if (names.put(type.name(), type) != null) {
        throw new IllegalArgumentException("two resources are called " + type.name());
      }
      classes.put(type.recordClass(), type);
    }
    this.byName = Collections.unmodifiableMap(names);
    this.byClass = Collections.unmodifiableMap(classes);
    this.all = List.copyOf(types);
    types.forEach(this::checkTargets);
    for (ResourceType<?> type : types) {
      type.childFields().forEach(list -> addListing(type, list));
      type.inverseFields().forEach(list -> addListing(type, list));
    }
  }

  private void checkTargets(ResourceType<?> type) {
    for (FieldType field : type.fields()) {
      for (String target : field.targets()) {
        if (!byName.containsKey(target)) {
          throw new IllegalArgumentException(
              type.name() + "." + field.name() + " refers to unknown resource " + target);
        }
      }
    }
  }

  private void addListing(ResourceType<?> owner, FieldType list) {
    String by = list.owner().orElseThrow().by();
    for (ResourceType<?> target : targets(list)) {
      boolean leadsBack =
          target
              .field(by)
              .filter(field -> field.kind().isReference() && !field.readOnly())
              .filter(field -> field.target().equals(Optional.of(owner.name())))
              .isPresent();
      if (!leadsBack) {
        throw new IllegalArgumentException(
            "%s.%s leads nowhere: %s.%s is no reference to it"
                .formatted(owner.name(), list.name(), target.name(), by));
      }
      listings
          .computeIfAbsent(target.name(), name -> new ArrayList<>())
          .add(new Listing(owner, list));
    }
  }

  /**
   * Reads the declarations of these records.
   *
   * @throws IllegalArgumentException if one of them is wrong, or refers to a resource that is not
   *     among them
   */
  public static ResourceCatalog of(List<Class<? extends Record>> records) {
    List<ResourceType<?>> types = new ArrayList<>();
    records.forEach(type -> types.add(ResourceType.of(type)));
    return new ResourceCatalog(types);
  }

  /** The same resources, each with other texts. */
  ResourceCatalog with(Function<ResourceType<?>, ResourceType<?>> texts) {
    return new ResourceCatalog(types().stream().<ResourceType<?>>map(texts).toList());
  }

  /** All resources. */
  public List<ResourceType<?>> types() {
    return all;
  }

  /** The resource with this name. */
  public Optional<ResourceType<?>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The resource of a record.
   *
   * @throws IllegalArgumentException if the catalogue does not have it
   */
  @SuppressWarnings("unchecked") // the key is the record class of the type
  public <T extends Record> ResourceType<T> type(Class<T> recordClass) {
    ResourceType<?> type = byClass.get(recordClass);
    if (type == null) {
      throw new IllegalArgumentException(recordClass + " is not in the catalogue");
    }
    return (ResourceType<T>) type;
  }

  /** The resource that a reference or a list of children leads to. */
  public ResourceType<?> target(FieldType field) {
    return field
        .target()
        .flatMap(this::find)
        .orElseThrow(() -> new IllegalArgumentException(field.name() + " is no reference"));
  }

  /** The resources whose objects a list can have. */
  public List<ResourceType<?>> targets(FieldType list) {
    List<ResourceType<?>> targets = new ArrayList<>();
    list.targets().forEach(name -> find(name).ifPresent(targets::add));
    return targets;
  }

  /** Whether a field may be seen at an object that is: an inverse list is about other objects. */
  public boolean mayView(FieldType field, Permissions permissions) {
    return field.kind() != Kind.INVERSE
        || targets(field).stream().allMatch(type -> permissions.mayView(type.area()));
  }

  /** Whether a field may be changed at an object that may be, likewise. */
  public boolean mayModify(FieldType field, Permissions permissions) {
    return field.kind() != Kind.INVERSE
        || targets(field).stream().allMatch(type -> permissions.mayModify(type.area()));
  }

  /** The lists, at other objects, that show objects of this resource. */
  public List<Listing> listingsOf(ResourceType<?> listed) {
    return Collections.unmodifiableList(listings.getOrDefault(listed.name(), List.of()));
  }

  /** Fields through which objects can refer to an object of this resource. */
  public List<Use> usesOf(ResourceType<?> target) {
    return byName.values().stream()
        .flatMap(
            from ->
                from.fields().stream()
                    .filter(field -> field.kind().isReference())
                    .filter(field -> field.target().equals(Optional.of(target.name())))
                    .map(field -> new Use(from, field, owns(target, from, field))))
        .toList();
  }

  private static boolean owns(ResourceType<?> target, ResourceType<?> from, FieldType field) {
    return target.childFields().stream()
        .anyMatch(
            children ->
                children.target().equals(Optional.of(from.name()))
                    && children.owner().orElseThrow().by().equals(field.name()));
  }
}
