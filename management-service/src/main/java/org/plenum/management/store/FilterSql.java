package org.plenum.management.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plenum.management.query.Attribute;
import org.plenum.management.query.Filter;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.Operator;
import org.plenum.management.query.Order;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.FieldType.Ownership;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;

/**
 * Translates one list query to SQL. A path across references becomes nested {@code IN (SELECT …)},
 * so that SQLite can start from the most selective end. For one use.
 */
final class FilterSql {
  private final ResourceCatalog catalog;
  private final ResourceType<?> type;
  private final ConditionSql conditions = new ConditionSql();

  FilterSql(ResourceCatalog catalog, ResourceType<?> type) {
    this.catalog = catalog;
    this.type = type;
  }

  /** Values for the placeholders, in the order in which the clauses were asked for. */
  List<Object> parameters() {
    return conditions.parameters();
  }

  /** The WHERE clause, empty if everything is wanted. The table of the resource is called t. */
  String where(ListQuery query) {
    List<String> all = new ArrayList<>();
    for (Filter filter : query.filters()) {
      all.add(condition(type, "t", filter, 0));
    }
    if (!query.search().isEmpty()) {
      all.add(search(query.search()));
    }
    return all.isEmpty() ? "" : "WHERE " + String.join(" AND ", all) + " ";
  }

  /** The ORDER BY clause; the identifier makes every order total, so that pages never overlap. */
  String orderBy(List<Order> orders) {
    List<String> criteria = new ArrayList<>();
    for (Order order : orders) {
      String name = order.attribute().name();
      criteria.add(sortKey(name) + (order.descending() ? " DESC" : ""));
    }
    criteria.add("t.id");
    return "ORDER BY " + String.join(", ", criteria) + " ";
  }

  private String sortKey(String attribute) {
    return type.field(attribute)
        .map(
            field ->
                field.kind() == Kind.TEXT
                    ? ResourceLayout.hasKey(field)
                        ? column("t", ResourceLayout.keyColumn(field))
                        : column("t", attribute) + " COLLATE NOCASE"
                    : column("t", attribute))
        .orElseGet(() -> column("t", attribute));
  }

  private String condition(ResourceType<?> scope, String alias, Filter filter, int step) {
    Attribute attribute = filter.path().get(step);
    boolean last = step == filter.path().size() - 1;
    FieldType field = scope.field(attribute.name()).orElse(null);
    if (field == null) {
      return conditions.compare(column(alias, ResourceLayout.ID), filter, false);
    }
    String inner = alias + "_" + step;
    return switch (field.kind()) {
      case REFERENCE ->
          last
              ? conditions.compare(column(alias, field.name()), filter, false)
              : "%s IN (SELECT %s.id FROM \"%s\" %s WHERE %s)"
                  .formatted(
                      column(alias, field.name()),
                      inner,
                      ResourceLayout.tableOf(field.target().orElseThrow()),
                      inner,
                      condition(catalog.target(field), inner, filter, step + 1));
      case REFERENCES -> {
        String link = new ResourceLayout(scope).linkTable(field);
        String wanted =
            last
                ? conditions.compare(column("l", ResourceLayout.TARGET), filter, false)
                : "l.%s IN (SELECT %s.id FROM \"%s\" %s WHERE %s)"
                    .formatted(
                        ResourceLayout.TARGET,
                        inner,
                        ResourceLayout.tableOf(field.target().orElseThrow()),
                        inner,
                        condition(catalog.target(field), inner, filter, step + 1));
        yield "%s IN (SELECT l.%s FROM \"%s\" l WHERE %s)"
            .formatted(column(alias, ResourceLayout.ID), ResourceLayout.OWNER, link, wanted);
      }
      case CHILDREN -> {
        Ownership ownership = field.owner().orElseThrow();
        yield "%s IN (SELECT %s FROM \"%s\" %s WHERE %s)"
            .formatted(
                column(alias, ResourceLayout.ID),
                column(inner, ownership.by()),
                ResourceLayout.tableOf(field.target().orElseThrow()),
                inner,
                last
                    ? conditions.compare(column(inner, ResourceLayout.ID), filter, false)
                    : condition(catalog.target(field), inner, filter, step + 1));
      }
      default -> leaf(alias, field, filter);
    };
  }

  /** Equality without case of a unique text uses its index. */
  private String leaf(String alias, FieldType field, Filter filter) {
    if (ResourceLayout.hasKey(field)) {
      String key = column(alias, ResourceLayout.keyColumn(field));
      String column = column(alias, field.name());
      if (filter.operator() == Operator.IEXACT) {
        return conditions.compare(key, filter, true);
      }
      if (filter.operator() == Operator.EXACT && !filter.operands().getFirst().equals("")) {
        conditions.parameter(SqlFunctions.fold((String) filter.operands().getFirst()));
        return "(%s = ? AND %s)".formatted(key, conditions.compare(column, filter, false));
      }
      return conditions.compare(column, filter, false);
    }
    return conditions.compare(column(alias, field.name()), filter, false);
  }

  private String search(String text) {
    String pattern = ConditionSql.containing(text);
    List<String> all = new ArrayList<>();
    for (FieldType field : type.fields()) {
      if (field.kind() == Kind.TEXT && !field.secret() && !field.multiline()) {
        all.add(conditions.like(column("t", field.name()), pattern));
      } else if (field.kind() == Kind.CHILDREN) {
        all.add(searchChildren(field, pattern));
      }
    }
    return all.isEmpty() ? "0" : "(" + String.join(" OR ", all) + ")";
  }

  /** A conference is found by its aliases too. */
  private String searchChildren(FieldType field, String pattern) {
    ResourceType<?> child = catalog.target(field);
    String any =
        child.fields().stream()
            .filter(text -> text.kind() == Kind.TEXT && !text.secret() && !text.multiline())
            .map(text -> conditions.like(column("c", text.name()), pattern))
            .collect(Collectors.joining(" OR "));
    return "t.id IN (SELECT %s FROM \"%s\" c WHERE %s)"
        .formatted(
            column("c", field.owner().orElseThrow().by()),
            ResourceLayout.tableOf(child.name()),
            any.isEmpty() ? "0" : any);
  }

  private static String column(String alias, String name) {
    return alias + ".\"" + name + '"';
  }
}
