package org.plenum.model.config;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Objects in memory. A change makes a new snapshot that shares what has not changed; it costs as
 * much as there are objects of the changed resource, so bulk changes go through {@link Editor}.
 * Immutable.
 */
public final class ConfigurationSnapshot implements ConfigurationView {
  private final ResourceCatalog catalog;
  private final Map<Class<?>, Map<Long, Record>> objects;

  private ConfigurationSnapshot(ResourceCatalog catalog, Map<Class<?>, Map<Long, Record>> objects) {
    this.catalog = catalog;
    this.objects = Map.copyOf(objects);
  }

  /** Without any object. */
  public static ConfigurationSnapshot empty(ResourceCatalog catalog) {
    return new ConfigurationSnapshot(catalog, Map.of());
  }

  /** With an object added or replaced. */
  public ConfigurationSnapshot with(long id, Record object) {
    return edit().put(id, object).done();
  }

  /** Without an object. */
  public ConfigurationSnapshot without(Class<? extends Record> type, long id) {
    return edit().remove(type, id).done();
  }

  /** Starts a series of changes. */
  public Editor edit() {
    return new Editor(this);
  }

  @Override
  public <T extends Record> Optional<Stored<T>> find(Class<T> type, long id) {
    return Optional.ofNullable(of(type).get(id)).map(o -> new Stored<>(id, type.cast(o)));
  }

  @Override
  public <T extends Record> Optional<Stored<T>> findUnique(
      Class<T> type, String field, Object value) {
    ResourceType<T> resource = catalog.type(type);
    boolean caseMatters = resource.field(field).filter(FieldType::caseMatters).isPresent();
    Object key = key(value, caseMatters);
    return all(type)
        .filter(o -> Objects.equals(key(resource.toValues(o.value()).get(field), caseMatters), key))
        .findFirst();
  }

  @Override
  public <T extends Record> List<Stored<T>> findEqual(
      Class<T> type, String field, String text, int limit) {
    ResourceType<T> resource = catalog.type(type);
    return all(type)
        .filter(o -> text.equals(resource.toValues(o.value()).get(field)))
        .limit(limit)
        .toList();
  }

  private static @Nullable Object key(@Nullable Object value, boolean caseMatters) {
    return value instanceof String text && !caseMatters ? CanonicalForm.caseless(text) : value;
  }

  @Override
  public <T extends Record> Stream<Stored<T>> all(Class<T> type) {
    return of(type).entrySet().stream()
        .map(entry -> new Stored<>(entry.getKey(), type.cast(entry.getValue())));
  }

  @Override
  public boolean isReferredTo(Class<? extends Record> by, String field, long id) {
    return isReferredTo(catalog.type(by), field, id);
  }

  private <T extends Record> boolean isReferredTo(ResourceType<T> by, String field, long id) {
    return all(by.recordClass())
        .anyMatch(other -> Objects.equals(by.toValues(other.value()).get(field), id));
  }

  private Map<Long, Record> of(Class<?> type) {
    return objects.getOrDefault(type, Map.of());
  }

  /** A series of changes to a snapshot; for one thread, and for one use. */
  public static final class Editor {
    private final ConfigurationSnapshot base;
    private final Map<Class<?>, Map<Long, Record>> edited = new HashMap<>();

    private Editor(ConfigurationSnapshot base) {
      this.base = base;
    }

    /** Adds or replaces an object. */
    public Editor put(long id, Record object) {
      editable(object.getClass()).put(id, object);
      return this;
    }

    /** Removes an object, if it is there. */
    public Editor remove(Class<? extends Record> type, long id) {
      editable(type).remove(id);
      return this;
    }

    private Map<Long, Record> editable(Class<?> type) {
      return edited.computeIfAbsent(type, t -> new TreeMap<>(base.of(t)));
    }

    /** The snapshot with all changes. */
    public ConfigurationSnapshot done() {
      Map<Class<?>, Map<Long, Record>> all = new HashMap<>(base.objects);
      edited.forEach((type, map) -> all.put(type, Collections.unmodifiableMap(map)));
      return new ConfigurationSnapshot(base.catalog, all);
    }
  }
}
