package org.plenum.management.store;

import static org.plenum.management.store.ResourceLayout.OWNER;
import static org.plenum.management.store.ResourceLayout.POSITION;
import static org.plenum.management.store.ResourceLayout.TARGET;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;

/**
 * Reads and writes the objects of one resource. Immutable; the caller's handle has the transaction.
 */
final class ResourceTable {
  /** Rows that are read at once when all objects are walked through. */
  private static final int CHUNK = 500;

  private final ResourceType<?> type;
  private final ResourceLayout layout;
  private final List<FieldType> fields;
  private final ColumnCodec codec;
  private final Statements statements;
  private final String select;
  private final String insert;
  private final String update;
  private final String touch;
  private final String exists;

  ResourceTable(ResourceLayout layout, ColumnCodec codec, Statements statements) {
    this.type = layout.type();
    this.layout = layout;
    this.fields = layout.columnFields();
    this.codec = codec;
    this.statements = statements;
    List<String> written = new ArrayList<>();
    for (FieldType field : fields) {
      written.add('"' + field.name() + '"');
      if (ResourceLayout.hasKey(field)) {
        written.add('"' + ResourceLayout.keyColumn(field) + '"');
      }
    }
    this.select =
        "SELECT t.id, t.revision%s FROM \"%s\" t "
            .formatted(
                fields.stream().map(f -> ", t.\"" + f.name() + '"').collect(Collectors.joining()),
                layout.table());
    this.insert =
        "INSERT INTO \"%s\" (id, revision%s) VALUES (?, ?%s) RETURNING id"
            .formatted(
                layout.table(),
                written.stream().map(", "::concat).collect(Collectors.joining()),
                ", ?".repeat(written.size()));
    this.update =
        "UPDATE \"%s\" SET revision = ?%s WHERE id = ?"
            .formatted(
                layout.table(),
                written.stream().map(c -> ", " + c + " = ?").collect(Collectors.joining()));
    this.touch = "UPDATE \"%s\" SET revision = ? WHERE id = ?".formatted(layout.table());
    this.exists = "SELECT 1 FROM \"%s\" WHERE id = ?".formatted(layout.table());
  }

  ResourceLayout layout() {
    return layout;
  }

  /** Adds an object; a null identifier lets the store choose one. */
  long insert(Handle handle, @Nullable Long id, long revision, Values values) {
    List<@Nullable Object> parameters = new ArrayList<>();
    parameters.add(id);
    parameters.add(revision);
    addColumns(parameters, values);
    long given = statements.query(handle, insert, parameters, row -> row.getLong(1)).getFirst();
    writeLinks(handle, given, values);
    return given;
  }

  void update(Handle handle, long id, long revision, Values values) {
    List<@Nullable Object> parameters = new ArrayList<>();
    parameters.add(revision);
    addColumns(parameters, values);
    parameters.add(id);
    statements.update(handle, update, parameters);
    for (FieldType field : layout.linkFields()) {
      deleteLinks(handle, field, id);
    }
    writeLinks(handle, id, values);
  }

  /** Notes that a change set touched the object without changing its own fields. */
  void touch(Handle handle, long id, long revision) {
    statements.update(handle, touch, List.of(revision, id));
  }

  void delete(Handle handle, long id) {
    for (FieldType field : layout.linkFields()) {
      deleteLinks(handle, field, id);
    }
    statements.update(
        handle, "DELETE FROM \"%s\" WHERE id = ?".formatted(layout.table()), List.of(id));
  }

  Optional<StoredObject> find(Handle handle, long id) {
    return select(handle, "WHERE t.id = ?", List.of(id)).stream().findFirst();
  }

  /** The object with a value of a unique field; texts are compared without case. */
  Optional<StoredObject> findUnique(Handle handle, FieldType field, Object value) {
    Object key = ColumnCodec.key(field, codec.toColumn(type, field, value));
    if (key == null) {
      return Optional.empty();
    }
    return select(
            handle, "WHERE t.\"%s\" = ?".formatted(ResourceLayout.keyColumn(field)), List.of(key))
        .stream()
        .findFirst();
  }

  /** Objects whose indexed field has this very text, the first ones in the order of identifiers. */
  List<StoredObject> findEqual(Handle handle, FieldType field, String text, int limit) {
    return select(
        handle,
        "WHERE t.\"%s\" = ? ORDER BY t.id LIMIT ?".formatted(field.name()),
        List.of(text, limit));
  }

  List<StoredObject> findAll(Handle handle, Collection<Long> ids) {
    return select(
        handle, "WHERE t.id IN (SELECT value FROM json_each(?))", List.of(jsonArray(ids)));
  }

  /** Gives every object to the consumer in the order of identifiers, some at a time. */
  void forEach(Handle handle, Consumer<StoredObject> consumer) {
    long last = 0;
    List<StoredObject> chunk;
    do {
      chunk = select(handle, "WHERE t.id > ? ORDER BY t.id LIMIT " + CHUNK, List.of(last));
      chunk.forEach(consumer);
      last = chunk.isEmpty() ? last : chunk.getLast().id();
    } while (chunk.size() == CHUNK);
  }

  /** Objects that a clause after FROM selects, in its order. The table is called {@code t}. */
  List<StoredObject> select(Handle handle, String clause, List<Object> parameters) {
    List<StoredObject> objects = statements.query(handle, select + clause, parameters, this::read);
    return withLinks(handle, objects);
  }

  /** What an expression that gives a whole number is for these objects. */
  Map<Long, Long> numbers(Handle handle, String expression, Collection<Long> ids) {
    return statements
        .query(
            handle,
            numbersSql(layout, expression),
            List.of(jsonArray(ids)),
            row -> Map.entry(row.getLong(1), row.getLong(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static String numbersSql(ResourceLayout layout, String expression) {
    return "SELECT t.id, %s FROM \"%s\" t WHERE t.id IN (SELECT value FROM json_each(?))"
        .formatted(expression, layout.table());
  }

  /** Number of objects that a clause after FROM selects. */
  long count(Handle handle, String clause, List<Object> parameters) {
    String sql = "SELECT count(*) FROM \"%s\" t ".formatted(layout.table()) + clause;
    return statements.query(handle, sql, parameters, row -> row.getLong(1)).getFirst();
  }

  /** Whether there is an object with this identifier. */
  boolean exists(Handle handle, long id) {
    return !statements.query(handle, exists, List.of(id), row -> true).isEmpty();
  }

  /** A reference to an object, and who has it. */
  record Referrer(long to, long from) {}

  /** Objects that refer to others by a field; those that refer to one in their order. */
  List<Referrer> referrers(Handle handle, FieldType by, Collection<Long> targets) {
    ResourceLayout.References stored = layout.references(by);
    String sql =
        "SELECT \"%1$s\", %2$s FROM \"%3$s\" WHERE \"%1$s\" IN (SELECT value FROM json_each(?)) ORDER BY 2"
            .formatted(stored.target(), stored.holder(), stored.table());
    return statements.query(
        handle,
        sql,
        List.of(jsonArray(targets)),
        row -> new Referrer(row.getLong(1), row.getLong(2)));
  }

  private void addColumns(List<@Nullable Object> parameters, Values values) {
    for (FieldType field : fields) {
      Object value = values.get(field.name());
      parameters.add(codec.toColumn(type, field, value));
      if (ResourceLayout.hasKey(field)) {
        parameters.add(ColumnCodec.key(field, value));
      }
    }
  }

  private StoredObject read(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      FieldType field = fields.get(i);
      values.put(field.name(), codec.fromColumn(type, field, row, i + 3));
    }
    return new StoredObject(type, row.getLong(1), row.getLong(2), Values.of(values));
  }

  private List<StoredObject> withLinks(Handle handle, List<StoredObject> objects) {
    if (layout.linkFields().isEmpty() || objects.isEmpty()) {
      return objects;
    }
    String owners = jsonArray(objects.stream().map(StoredObject::id).toList());
    List<StoredObject> complete = objects;
    for (FieldType field : layout.linkFields()) {
      Map<Long, List<Long>> targets = targets(handle, field, owners);
      complete =
          complete.stream()
              .map(
                  object ->
                      new StoredObject(
                          type,
                          object.id(),
                          object.revision(),
                          object
                              .values()
                              .with(
                                  field.name(),
                                  Collections.unmodifiableList(
                                      targets.getOrDefault(object.id(), List.of())))))
              .toList();
    }
    return complete;
  }

  private Map<Long, List<Long>> targets(Handle handle, FieldType field, String owners) {
    Map<Long, List<Long>> targets = new HashMap<>();
    String sql =
        """
        SELECT %s, %s FROM "%s" WHERE %s IN (SELECT value FROM json_each(?))
        ORDER BY %s, %s"""
            .formatted(OWNER, TARGET, layout.linkTable(field), OWNER, OWNER, POSITION);
    statements
        .query(handle, sql, List.of(owners), row -> Map.entry(row.getLong(1), row.getLong(2)))
        .forEach(
            link ->
                targets
                    .computeIfAbsent(link.getKey(), owner -> new ArrayList<>())
                    .add(link.getValue()));
    return targets;
  }

  private void writeLinks(Handle handle, long owner, Values values) {
    for (FieldType field : layout.linkFields()) {
      int position = 1;
      for (Object target : values.list(field.name())) {
        statements.update(
            handle,
            "INSERT INTO \"%s\" (%s, %s, %s) VALUES (?, ?, ?)"
                .formatted(layout.linkTable(field), OWNER, POSITION, TARGET),
            List.of(owner, position++, target));
      }
    }
  }

  private void deleteLinks(Handle handle, FieldType field, long owner) {
    statements.update(
        handle,
        "DELETE FROM \"%s\" WHERE %s = ?".formatted(layout.linkTable(field), OWNER),
        List.of(owner));
  }

  private static String jsonArray(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
