package org.plenum.management.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private boolean forPage;

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

  /**
   * The ORDER BY clause; the identifier makes every order total, so that pages never overlap. It
   * follows the direction of what it completes, so that an index can be read either way.
   */
  String orderBy(List<Order> orders) {
    List<String> criteria = new ArrayList<>();
    for (Order order : orders) {
      criteria.add(sortKey(order.attribute().name()) + direction(order));
    }
    criteria.add("t.id" + (orders.isEmpty() ? "" : direction(orders.getLast())));
    return "ORDER BY " + String.join(", ", criteria) + " ";
  }

  private static String direction(Order order) {
    return order.descending() ? " DESC" : "";
  }

  /**
   * Selects the identifiers of a page. Rows are wide: what is skipped, compared and sorted on the
   * way to a page stays in an index where there is one.
   */
  String ids(ListQuery query) {
    forPage = true;
    return "SELECT t.id FROM \"%s\" t %s%sLIMIT %d OFFSET %d"
        .formatted(
            ResourceLayout.tableOf(type.name()),
            where(query),
            orderBy(query.orders()),
            query.limit(),
            query.offset());
  }

  private String sortKey(String attribute) {
    return type.field(attribute)
        .map(field -> titleKey(field).orElseGet(() -> sortKey("t", field)))
        .orElseGet(() -> column("t", attribute));
  }

  /** References are in the order of what lists show in their place: the titles of their targets. */
  private Optional<String> titleKey(FieldType field) {
    return title(field)
        .map(
            title ->
                "(SELECT %s FROM \"%s\" r WHERE r.id = %s)"
                    .formatted(
                        sortKey("r", title),
                        ResourceLayout.tableOf(field.target().orElseThrow()),
                        column("t", field.name())));
  }

  /** The text that stands for an object that a reference leads to. */
  private Optional<FieldType> title(FieldType field) {
    return Optional.of(field)
        .filter(reference -> reference.kind() == Kind.REFERENCE)
        .map(catalog::target)
        .flatMap(target -> target.titleField().flatMap(target::field))
        .filter(title -> title.kind() == Kind.TEXT);
  }

  private String sortKey(String alias, FieldType field) {
    return switch (field.kind()) {
      case TEXT ->
          ResourceLayout.hasKey(field)
              ? column(alias, ResourceLayout.keyColumn(field))
              : column(alias, field.name()) + " COLLATE NOCASE";
      case INVERSE -> ListLength.sql(catalog, field);
      default -> column(alias, field.name());
    };
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
      default -> leaf(scope, alias, field, filter);
    };
  }

  private String leaf(ResourceType<?> scope, String alias, FieldType field, Filter filter) {
    String column = column(alias, field.name());
    // An empty text has no key.
    return ResourceLayout.hasKey(field) && !filter.operands().getFirst().equals("")
        ? keyed(scope, alias, field, filter)
        : conditions.compare(column, filter, false);
  }

  /** What can be decided by the index of a unique text is decided by it, the rest by the text. */
  private String keyed(ResourceType<?> scope, String alias, FieldType field, Filter filter) {
    String key = column(alias, ResourceLayout.keyColumn(field));
    String column = column(alias, field.name());
    String operand = filter.operands().getFirst() instanceof String text ? text : "";
    String folded = SqlFunctions.fold(operand);
    return switch (filter.operator()) {
      case IEXACT -> conditions.compare(key, filter, true);
      case EXACT -> {
        conditions.parameter(folded);
        yield "(%s = ? AND %s)".formatted(key, conditions.compare(column, filter, false));
      }
      case ISTARTSWITH ->
          isAscii(operand) ? keyPrefix(key, folded) : conditions.compare(column, filter, false);
      case STARTSWITH ->
          isAscii(operand)
              ? "(%s AND %s)"
                  .formatted(keyPrefix(key, folded), conditions.compare(column, filter, false))
              : conditions.compare(column, filter, false);
      case ICONTAINS -> found(scope, alias, field, ConditionSql.containing(folded), forPage);
      case IENDSWITH -> found(scope, alias, field, ConditionSql.ending(folded), forPage);
      case CONTAINS, ENDSWITH -> {
        if (!isAscii(operand)) {
          yield conditions.compare(column, filter, false);
        }
        String end = filter.operator() == Operator.CONTAINS ? "%" : "";
        String candidates = found(scope, alias, field, ConditionSql.ending(folded) + end, true);
        yield "(%s AND %s)".formatted(candidates, conditions.compare(column, filter, false));
      }
      default -> conditions.compare(column, filter, false);
    };
  }

  /**
   * Looks for a pattern in the index of a unique text. A page, which may be in any order, starts
   * from the identifiers found there; to count, the index alone is enough.
   */
  private String found(
      ResourceType<?> scope, String alias, FieldType field, String pattern, boolean byIds) {
    String key = ResourceLayout.keyColumn(field);
    return byIds
        ? "%s IN (SELECT k.%s FROM \"%s\" k WHERE %s)"
            .formatted(
                column(alias, ResourceLayout.ID),
                ResourceLayout.ID,
                ResourceLayout.tableOf(scope.name()),
                conditions.pattern(column("k", key), pattern))
        : conditions.pattern(column(alias, key), pattern);
  }

  /** A range of the index. The prefix is ASCII, whose folding does not depend on what follows. */
  private String keyPrefix(String key, String prefix) {
    int last = prefix.length() - 1;
    conditions.parameter(prefix);
    conditions.parameter(prefix.substring(0, last) + (char) (prefix.charAt(last) + 1));
    return "(%s >= ? AND %s < ?)".formatted(key, key);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private String search(String text) {
    String pattern = ConditionSql.containing(text);
    List<String> all = new ArrayList<>();
    for (FieldType field : type.fields()) {
      if (field.kind() == Kind.TEXT && !field.secret() && !field.multiline()) {
        all.add(conditions.like(column("t", field.name()), pattern));
      } else if (field.kind() == Kind.CHILDREN) {
        all.add(searchChildren(field, pattern));
      } else {
        searchTitles(field, pattern).ifPresent(all::add);
      }
    }
    return all.isEmpty() ? "0" : "(" + String.join(" OR ", all) + ")";
  }

  /**
   * A node is found by the name of its location too, which lists show in place of the reference.
   */
  private Optional<String> searchTitles(FieldType field, String pattern) {
    return title(field)
        .map(
            title ->
                "%s IN (SELECT r.id FROM \"%s\" r WHERE %s)"
                    .formatted(
                        column("t", field.name()),
                        ResourceLayout.tableOf(field.target().orElseThrow()),
                        conditions.like(column("r", title.name()), pattern)));
  }

  /** A conference is found by its aliases too. */
  private String searchChildren(FieldType field, String pattern) {
    ResourceType<?> child = catalog.target(field);
    String texts =
        child.fields().stream()
            .filter(text -> text.kind() == Kind.TEXT && !text.secret() && !text.multiline())
            .map(text -> conditions.like(column("c", text.name()), pattern))
            .collect(Collectors.joining(" OR "));
    return "t.id IN (SELECT %s FROM \"%s\" c WHERE %s)"
        .formatted(
            column("c", field.owner().orElseThrow().by()),
            ResourceLayout.tableOf(child.name()),
            texts.isEmpty() ? "0" : texts);
  }

  private static String column(String alias, String name) {
    return alias + ".\"" + name + '"';
  }
}
