package org.plenum.management.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.Page;
import org.plenum.management.store.ResourceTable.Referrer;
import org.plenum.model.config.ConfigurationView;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.FieldType.Ownership;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceCatalog.Use;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Stored;
import org.plenum.model.config.StoredValues;
import org.plenum.model.config.Values;
import org.plenum.model.config.json.RelatedObjects;

/**
 * The configuration as one transaction sees it: nothing changes between its first and its last
 * answer, except by the transaction itself. Valid, for one thread, until the transaction ends.
 */
public class ConfigurationReader implements ConfigurationView, RelatedObjects {
  private final ResourceCatalog catalog;
  private final Map<String, ResourceTable> tables;
  private final AuditSeal seal;
  private final Handle handle;

  ConfigurationReader(
      ResourceCatalog catalog, Map<String, ResourceTable> tables, AuditSeal seal, Handle handle) {
    this.catalog = catalog;
    this.tables = tables;
    this.seal = seal;
    this.handle = handle;
  }

  /** Connection of the transaction, for the tables that are not configuration. */
  final Handle handle() {
    return handle;
  }

  final ResourceTable table(ResourceType<?> type) {
    ResourceTable table = tables.get(type.name());
    if (table == null) {
      throw new IllegalArgumentException(type.name() + " is not in the catalogue of the store");
    }
    return table;
  }

  /** The resources that there are. */
  public final ResourceCatalog catalog() {
    return catalog;
  }

  /** Version of the last change set; 0 before the first. */
  public final long version() {
    return handle
        .createQuery("SELECT coalesce(max(version), 0) FROM change_set")
        .mapTo(Long.class)
        .one();
  }

  /** What change sets did. */
  public final AuditTrail audit() {
    return new AuditTrail(handle, seal);
  }

  /** The identifier that the next new object of a resource gets. */
  public final long nextId(ResourceType<?> type) {
    return handle
        .createQuery("SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = ?")
        .bind(0, table(type).layout().table())
        .mapTo(Long.class)
        .one();
  }

  /** The object with this identifier. */
  public final Optional<StoredObject> object(ResourceType<?> type, long id) {
    return table(type).find(handle, id);
  }

  /** Those of these objects that there are, in no particular order. */
  public final List<StoredObject> objects(ResourceType<?> type, Collection<Long> ids) {
    return table(type).findAll(handle, ids);
  }

  /** The object with a value of a unique field; texts are compared without case. */
  public final Optional<StoredObject> unique(ResourceType<?> type, String field, Object value) {
    FieldType unique =
        type.field(field)
            .filter(FieldType::unique)
            .orElseThrow(() -> new IllegalArgumentException(type + "." + field + " is not unique"));
    return table(type).findUnique(handle, unique, value);
  }

  /** A page of the objects that a query asks for. */
  public final Page<StoredObject> list(ResourceType<?> type, ListQuery query) {
    FilterSql counted = new FilterSql(catalog, type);
    long total = table(type).count(handle, counted.where(query), counted.parameters());
    FilterSql page = new FilterSql(catalog, type);
    String clause = "WHERE t.id IN (%s) ".formatted(page.ids(query)) + page.orderBy(query.orders());
    return new Page<>(table(type).select(handle, clause, page.parameters()), total);
  }

  /** Gives every object of a resource to the consumer, in the order of identifiers. */
  public final void forEach(ResourceType<?> type, Consumer<StoredObject> consumer) {
    table(type).forEach(handle, consumer);
  }

  /** Children of an object in their order. */
  public final List<StoredObject> childObjects(FieldType list, long owner) {
    return childObjects(list, List.of(owner));
  }

  /** Children of several objects; those of one owner are in their order. */
  final List<StoredObject> childObjects(FieldType list, List<Long> owners) {
    Ownership ownership = list.owner().orElseThrow();
    String in = String.join(",", owners.stream().map(String::valueOf).toList());
    return table(catalog.target(list))
        .select(
            handle,
            """
            WHERE t."%s" IN (SELECT value FROM json_each(?))
            ORDER BY t."%s" IS NULL, t."%s", t.id\
            """
                .formatted(ownership.by(), ownership.order(), ownership.order()),
            List.of("[" + in + "]"));
  }

  /** How many objects an inverse list has, of each of these objects of a resource: counted. */
  public final Map<Long, Long> lengths(ResourceType<?> type, FieldType list, List<Long> owners) {
    return table(type).numbers(handle, ListLength.sql(catalog, list), owners);
  }

  /** Objects of an inverse list of an object, by resource and identifier, however many. */
  public final List<ObjectId> listed(FieldType list, long owner) {
    return listed(list, List.of(owner)).getOrDefault(owner, List.of());
  }

  /** The same of several objects, by their identifiers: one statement for each resource listed. */
  final Map<Long, List<ObjectId>> listed(FieldType list, List<Long> owners) {
    Map<Long, List<ObjectId>> listed = new HashMap<>();
    for (ResourceType<?> type : catalog.targets(list)) {
      FieldType by = type.field(list.owner().orElseThrow().by()).orElseThrow();
      for (Referrer referrer : table(type).referrers(handle, by, owners)) {
        listed
            .computeIfAbsent(referrer.to(), owner -> new ArrayList<>())
            .add(new ObjectId(type.name(), referrer.from()));
      }
    }
    return listed;
  }

  /**
   * Objects that refer to an object, other than its children; at most {@code limit} for a field.
   */
  public final List<Reference> references(ResourceType<?> type, long id, int limit) {
    List<Reference> references = new ArrayList<>();
    for (Use use : catalog.usesOf(type)) {
      if (!use.owning()) {
        users(use, id, limit).forEach(user -> references.add(new Reference(user, use.field())));
      }
    }
    return references;
  }

  /**
   * A reference as its holder has it.
   *
   * @param from object that refers
   * @param field field with the reference
   */
  public record Reference(StoredObject from, FieldType field) {}

  private List<StoredObject> users(Use use, long id, int limit) {
    ResourceTable table = table(use.from());
    String condition =
        use.field().kind() == Kind.REFERENCES
            ? "t.id IN (SELECT owner FROM \"%s\" WHERE target = ?)"
                .formatted(table.layout().linkTable(use.field()))
            : "t.\"%s\" = ?".formatted(use.field().name());
    return table.select(
        handle, "WHERE " + condition + " ORDER BY t.id LIMIT " + limit, List.of(id));
  }

  /**
   * Objects that change sets have touched since a version, for a replica that has that version.
   *
   * @param version a version of this configuration
   * @param limit largest number of changes that is still worth a list
   * @return identifiers by resource name, each object once; empty if the version is unknown here or
   *     there are too many changes: the replica needs everything then
   */
  public final Optional<Set<Touched>> touchedSince(long version, int limit) {
    if (version < 0 || version > version()) {
      return Optional.empty();
    }
    List<Touched> changes =
        handle
            .createQuery(
                """
                SELECT resource, object_id FROM change WHERE version > ?
                ORDER BY version, seq LIMIT ?\
                """)
            .bind(0, version)
            .bind(1, limit + 1)
            .map((row, context) -> new Touched(row.getString(1), row.getLong(2)))
            .list();
    return changes.size() > limit ? Optional.empty() : Optional.of(new LinkedHashSet<>(changes));
  }

  /** An object that was created, changed or deleted. */
  public record Touched(String resource, long id) {}

  /** Related objects of a page, read at once instead of object by object. */
  public final RelatedObjects relatedTo(ResourceType<?> type, List<StoredObject> page) {
    return PageRelations.of(this, type, type.fields(), page);
  }

  /** The same without inverse lists, which may be long. */
  public final RelatedObjects relatedForward(ResourceType<?> type, List<StoredObject> page) {
    List<FieldType> forward =
        type.fields().stream().filter(field -> field.kind() != Kind.INVERSE).toList();
    return PageRelations.of(this, type, forward, page);
  }

  // What the rules of resources ask for.

  @Override
  public final <T extends Record> Optional<Stored<T>> find(Class<T> type, long id) {
    ResourceType<T> resource = catalog.type(type);
    return object(resource, id).map(object -> stored(resource, object));
  }

  @Override
  public final boolean exists(Class<? extends Record> type, long id) {
    return table(catalog.type(type)).exists(handle, id);
  }

  @Override
  public final <T extends Record> Optional<Stored<T>> findUnique(
      Class<T> type, String field, Object value) {
    ResourceType<T> resource = catalog.type(type);
    return unique(resource, field, value).map(object -> stored(resource, object));
  }

  @Override
  public final <T extends Record> List<Stored<T>> findEqual(
      Class<T> type, String field, String text, int limit) {
    ResourceType<T> resource = catalog.type(type);
    FieldType indexed =
        resource
            .field(field)
            .filter(FieldType::indexed)
            .orElseThrow(
                () -> new IllegalArgumentException(resource + "." + field + " is not indexed"));
    return table(resource).findEqual(handle, indexed, text, limit).stream()
        .map(object -> stored(resource, object))
        .toList();
  }

  @Override
  public final boolean isReferredTo(Class<? extends Record> by, String field, long id) {
    ResourceType<?> type = catalog.type(by);
    return !table(type).referrers(handle, type.field(field).orElseThrow(), List.of(id)).isEmpty();
  }

  @Override
  public final <T extends Record> Stream<Stored<T>> all(Class<T> type) {
    ResourceType<T> resource = catalog.type(type);
    List<Stored<T>> all = new ArrayList<>();
    forEach(resource, object -> all.add(stored(resource, object)));
    return all.stream();
  }

  private static <T extends Record> Stored<T> stored(ResourceType<T> type, StoredObject object) {
    return new Stored<>(object.id(), type.toRecord(object.values()));
  }

  // What the JSON form of an object asks for.

  @Override
  public final Optional<Values> find(ResourceType<?> type, long id) {
    return object(type, id).map(StoredObject::values);
  }

  @Override
  public final List<StoredValues> children(ResourceType<?> type, FieldType list, long owner) {
    return childObjects(list, owner).stream()
        .map(child -> new StoredValues(child.id(), child.values()))
        .toList();
  }

  @Override
  public final Optional<List<ObjectId>> inverse(
      List<ResourceType<?>> types, FieldType list, long owner) {
    return Optional.of(listed(list, owner))
        .filter(listed -> listed.size() <= list.limits().maxLength());
  }
}
