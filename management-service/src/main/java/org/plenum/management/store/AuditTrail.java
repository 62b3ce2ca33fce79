package org.plenum.management.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.plenum.management.query.Attribute;
import org.plenum.management.query.Attribute.Type;
import org.plenum.management.query.Attributes;
import org.plenum.management.query.Filter;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.Order;
import org.plenum.management.query.Page;
import org.plenum.model.config.ResourceType;

/**
 * What change sets did, as one transaction sees it. Valid, for one thread, until the transaction
 * ends.
 */
public final class AuditTrail {
  /** What lists of versions can be filtered and ordered by. */
  public static final List<Attribute> VERSION_FIELDS =
      List.of(
          Attribute.of("version", Type.INTEGER),
          Attribute.of("time", Type.TIME),
          Attribute.of("author", Type.TEXT),
          Attribute.of("source", Type.TEXT),
          Attribute.of("object_count", Type.INTEGER),
          Attribute.of("resource", Type.TEXT));

  /** The same, to be found by name. */
  public static final Attributes VERSION_ATTRIBUTES =
      Attributes.of(VERSION_FIELDS.toArray(Attribute[]::new));

  private static final String RESOURCE = "resource";
  private static final String COUNT = "(SELECT count(*) FROM change c WHERE c.version = t.version)";

  private final Handle handle;
  private final AuditSeal seal;

  AuditTrail(Handle handle, AuditSeal seal) {
    this.handle = handle;
    this.seal = seal;
  }

  /** A page of the change sets, the last one first unless the query has an order. */
  public Page<VersionEntry> versions(ListQuery query) {
    ConditionSql conditions = new ConditionSql();
    String where = where(query, conditions);
    long total =
        bound("SELECT count(*) FROM change_set t " + where, conditions).mapTo(Long.class).one();
    String page =
        """
        SELECT t.version, t.time, t.author, t.source, %s FROM change_set t
        %sORDER BY %st.version DESC LIMIT %d OFFSET %d"""
            .formatted(COUNT, where, orderBy(query.orders()), query.limit(), query.offset());
    List<VersionEntry> versions =
        bound(page, conditions).map((row, context) -> VersionEntry.read(row)).list();
    Map<Long, List<VersionEntry.Touched>> touched =
        touched(versions.stream().map(VersionEntry::version).toList());
    return new Page<>(
        versions.stream()
            .map(version -> version.with(touched.getOrDefault(version.version(), List.of())))
            .toList(),
        total);
  }

  /** One change set. */
  public Optional<VersionEntry> version(long version) {
    Filter only =
        new Filter(
            List.of(VERSION_ATTRIBUTES.find("version").orElseThrow()),
            org.plenum.management.query.Operator.EXACT,
            List.of(version));
    return versions(new ListQuery(List.of(only), "", List.of(), 0, 1)).objects().stream()
        .findFirst();
  }

  private static String where(ListQuery query, ConditionSql conditions) {
    List<String> all = new ArrayList<>();
    for (Filter filter : query.filters()) {
      String name = filter.attribute().name();
      all.add(
          name.equals(RESOURCE)
              ? "t.version IN (SELECT c.version FROM change c WHERE %s)"
                  .formatted(conditions.compare("c.resource", filter, false))
              : conditions.compare(column(name), filter, false));
    }
    if (!query.search().isEmpty()) {
      String pattern = ConditionSql.containing(query.search());
      all.add(
          "(%s OR %s OR t.version IN (SELECT c.version FROM change c WHERE %s))"
              .formatted(
                  conditions.like("t.author", pattern),
                  conditions.like("t.source", pattern),
                  conditions.like("c.resource", pattern)));
    }
    return all.isEmpty() ? "" : "WHERE " + String.join(" AND ", all) + " ";
  }

  private static String orderBy(List<Order> orders) {
    StringBuilder criteria = new StringBuilder();
    for (Order order : orders) {
      criteria
          .append(column(order.attribute().name()))
          .append(order.descending() ? " DESC, " : ", ");
    }
    return criteria.toString();
  }

  /** A version has no one resource; the number of the first is as good an order as any. */
  private static String column(String attribute) {
    return switch (attribute) {
      case "object_count" -> COUNT;
      case RESOURCE -> "(SELECT min(c.resource) FROM change c WHERE c.version = t.version)";
      default -> "t." + attribute;
    };
  }

  private Map<Long, List<VersionEntry.Touched>> touched(List<Long> versions) {
    Map<Long, List<VersionEntry.Touched>> touched = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            SELECT g.version, g.resource, g.kind, g.number,
              coalesce(c.after_json, c.before_json) FROM
              (SELECT version, resource, kind, count(*) AS number, min(seq) AS first FROM change
               WHERE version IN (SELECT value FROM json_each(?))
               GROUP BY version, resource, kind) g
            JOIN change c ON c.version = g.version AND c.seq = g.first
            ORDER BY g.version, g.first""")
        .bind(0, versions.toString())
        .map(
            (row, context) ->
                Map.entry(
                    row.getLong(1),
                    new VersionEntry.Touched(
                        row.getString(2), row.getString(3), row.getInt(4), row.getString(5))))
        .forEach(
            entry ->
                touched
                    .computeIfAbsent(entry.getKey(), version -> new ArrayList<>())
                    .add(entry.getValue()));
    return touched;
  }

  /** A page of what one change set did, in the order in which it was done. */
  public Page<AuditedChange> changes(long version, int offset, int limit) {
    long total =
        handle
            .createQuery("SELECT count(*) FROM change WHERE version = ?")
            .bind(0, version)
            .mapTo(Long.class)
            .one();
    return new Page<>(
        handle
            .createQuery(
                """
                SELECT resource, object_id, before_json, before_secrets, after_json, after_secrets
                FROM change WHERE version = ? ORDER BY seq LIMIT ? OFFSET ?""")
            .bind(0, version)
            .bind(1, limit)
            .bind(2, offset)
            .map((row, context) -> change(row))
            .list(),
        total);
  }

  /**
   * For each object that change sets after one version up to another touched, its form at the one
   * and at the other; they may be the same.
   *
   * @param from the earlier version
   * @param to the later version
   */
  public void between(long from, long to, Consumer<AuditedChange> consumer) {
    handle
        .createQuery(
            """
            SELECT s.resource, s.object_id,
              a.before_json, a.before_secrets, b.after_json, b.after_secrets
            FROM (SELECT resource, object_id, min(version) AS first, max(version) AS last
                  FROM change WHERE version > ? AND version <= ?
                  GROUP BY resource, object_id) s
            JOIN change a
              ON a.resource = s.resource AND a.object_id = s.object_id AND a.version = s.first
            JOIN change b
              ON b.resource = s.resource AND b.object_id = s.object_id AND b.version = s.last
            ORDER BY s.resource, s.object_id""")
        .bind(0, from)
        .bind(1, to)
        .map((row, context) -> change(row))
        .forEach(consumer);
  }

  /** Whether an object of a resource has ever been made by change sets of this source. */
  public boolean hasCreated(ResourceType<?> type, String source) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT 1 FROM change c JOIN change_set s ON s.version = c.version
              WHERE c.resource = ? AND c.kind = 'create' AND s.source = ?)""")
        .bind(0, type.name())
        .bind(1, source)
        .mapTo(Boolean.class)
        .one();
  }

  /** The change sets that touched an object, the last one first. */
  public List<HistoryEntry> history(ResourceType<?> type, long id, int limit) {
    return handle
        .createQuery(
            """
            SELECT s.version, s.time, s.author, s.source, c.kind, c.before_json, c.after_json
            FROM change c JOIN change_set s ON s.version = c.version
            WHERE c.resource = ? AND c.object_id = ? ORDER BY c.version DESC LIMIT ?""")
        .bind(0, type.name())
        .bind(1, id)
        .bind(2, limit)
        .map((row, context) -> HistoryEntry.read(row))
        .list();
  }

  private Query bound(String sql, ConditionSql conditions) {
    Query query = handle.createQuery(sql);
    for (int i = 0; i < conditions.parameters().size(); i++) {
      query.bind(i, conditions.parameters().get(i));
    }
    return query;
  }

  /** Reads resource, identifier, and both forms. */
  private AuditedChange change(ResultSet row) throws SQLException {
    String resource = row.getString(1);
    return new AuditedChange(
        resource, row.getLong(2), form(resource, row, 3), form(resource, row, 5));
  }

  private Optional<AuditedForm> form(String resource, ResultSet row, int column)
      throws SQLException {
    String sealed = row.getString(column + 1);
    return Optional.ofNullable(row.getString(column))
        .map(json -> new AuditedForm(json, seal.open(resource, sealed)));
  }
}
