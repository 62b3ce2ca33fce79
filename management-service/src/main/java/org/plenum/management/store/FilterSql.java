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
  /** No backslash: the parser of statements would take it for the escape of a quote. */
  private static final String ESCAPE = "!";

  private final ResourceCatalog catalog;
  private final ResourceType<?> type;
  private final List<Object> parameters = new ArrayList<>();
  private boolean forPage;

  FilterSql(ResourceCatalog catalog, ResourceType<?> type) {
    this.catalog = catalog;
    this.type = type;
  }

  /** Values for the placeholders, in the order in which the clauses were asked for. */
  List<Object> parameters() {
    return List.copyOf(parameters);
  }

  /** The WHERE clause, empty if everything is wanted. The table of the resource is called t. */
  String where(ListQuery query) {
    List<String> conditions = new ArrayList<>();
    for (Filter filter : query.filters()) {
      conditions.add(condition(type, "t", filter, 0));
    }
    if (!query.search().isEmpty()) {
      conditions.add(search(query.search()));
    }
    return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions) + " ";
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
      return compare(column(alias, ResourceLayout.ID), filter, false);
    }
    String inner = alias + "_" + step;
    return switch (field.kind()) {
      case REFERENCE ->
          last
              ? compare(column(alias, field.name()), filter, false)
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
                ? compare(column("l", ResourceLayout.TARGET), filter, false)
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
                    ? compare(column(inner, ResourceLayout.ID), filter, false)
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
        : compare(column, filter, false);
  }

  /** What can be decided by the index of a unique text is decided by it, the rest by the text. */
  private String keyed(ResourceType<?> scope, String alias, FieldType field, Filter filter) {
    String key = column(alias, ResourceLayout.keyColumn(field));
    String column = column(alias, field.name());
    String operand = filter.operands().getFirst() instanceof String text ? text : "";
    String folded = SqlFunctions.fold(operand);
    return switch (filter.operator()) {
      case IEXACT -> compare(key, filter, true);
      case EXACT -> {
        parameters.add(folded);
        yield "(%s = ? AND %s)".formatted(key, compare(column, filter, false));
      }
      case ISTARTSWITH ->
          isAscii(operand) ? keyPrefix(key, folded) : compare(column, filter, false);
      case STARTSWITH ->
          isAscii(operand)
              ? "(%s AND %s)".formatted(keyPrefix(key, folded), compare(column, filter, false))
              : compare(column, filter, false);
      case ICONTAINS -> found(scope, alias, field, "%" + escaped(folded) + "%", forPage);
      case IENDSWITH -> found(scope, alias, field, "%" + escaped(folded), forPage);
      case CONTAINS, ENDSWITH -> {
        if (!isAscii(operand)) {
          yield compare(column, filter, false);
        }
        String end = filter.operator() == Operator.CONTAINS ? "%" : "";
        String candidates = found(scope, alias, field, "%" + escaped(folded) + end, true);
        yield "(%s AND %s)".formatted(candidates, compare(column, filter, false));
      }
      default -> compare(column, filter, false);
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
                likePattern(column("k", key), pattern))
        : likePattern(column(alias, key), pattern);
  }

  /** A range of the index. The prefix is ASCII, whose folding does not depend on what follows. */
  private String keyPrefix(String key, String prefix) {
    int last = prefix.length() - 1;
    parameters.add(prefix);
    parameters.add(prefix.substring(0, last) + (char) (prefix.charAt(last) + 1));
    return "(%s >= ? AND %s < ?)".formatted(key, key);
  }

  private String likePattern(String text, String pattern) {
    parameters.add(pattern);
    return "%s LIKE ? ESCAPE '%s'".formatted(text, ESCAPE);
  }

  private String compare(String column, Filter filter, boolean isFolded) {
    List<Object> operands = filter.operands();
    return switch (filter.operator()) {
      case EXACT -> binary(column, "=", operands.getFirst());
      case LT -> binary(column, "<", operands.getFirst());
      case LTE -> binary(column, "<=", operands.getFirst());
      case GT -> binary(column, ">", operands.getFirst());
      case GTE -> binary(column, ">=", operands.getFirst());
      case RANGE -> {
        parameters.add(toColumn(operands.getFirst()));
        parameters.add(toColumn(operands.getLast()));
        yield column + " BETWEEN ? AND ?";
      }
      case IN -> {
        operands.forEach(operand -> parameters.add(toColumn(operand)));
        yield "%s IN (%s)"
            .formatted(column, operands.stream().map(any -> "?").collect(Collectors.joining(", ")));
      }
      default -> text(column, filter.operator(), (String) operands.getFirst(), isFolded);
    };
  }

  private String binary(String column, String operator, Object operand) {
    parameters.add(toColumn(operand));
    return "%s %s ?".formatted(column, operator);
  }

  private String text(String column, Operator operator, String operand, boolean isFolded) {
    return switch (operator) {
      case IEXACT -> {
        parameters.add(SqlFunctions.fold(operand));
        yield isFolded ? column + " = ?" : "%s(%s) = ?".formatted(SqlFunctions.FOLD, column);
      }
      case CONTAINS -> {
        parameters.add(operand);
        yield "instr(%s, ?) > 0".formatted(column);
      }
      case STARTSWITH -> {
        parameters.add(operand);
        parameters.add(operand);
        yield "substr(%s, 1, length(?)) = ?".formatted(column);
      }
      case ENDSWITH -> {
        // A negative start counts from the end; zero would not.
        parameters.add(operand);
        parameters.add(operand);
        parameters.add(operand);
        yield "(? = '' OR substr(%s, -length(?)) = ?)".formatted(column);
      }
      case ICONTAINS -> like(column, "%" + escaped(operand) + "%");
      case ISTARTSWITH -> like(column, escaped(operand) + "%");
      case IENDSWITH -> like(column, "%" + escaped(operand));
      case REGEX, IREGEX -> {
        parameters.add(operand);
        parameters.add(operator == Operator.IREGEX ? 1L : 0L);
        yield "%s(?, ?, %s)".formatted(SqlFunctions.FOUND, column);
      }
      default -> throw new IllegalArgumentException(operator + " does not compare text");
    };
  }

  /** LIKE ignores case for ASCII only, and is a hundred times faster than a function of ours. */
  private String like(String column, String pattern) {
    return isAscii(pattern)
        ? likePattern(column, pattern)
        : likePattern(SqlFunctions.FOLD + "(" + column + ")", SqlFunctions.fold(pattern));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static String escaped(String text) {
    return text.replace(ESCAPE, ESCAPE + ESCAPE)
        .replace("%", ESCAPE + "%")
        .replace("_", ESCAPE + "_");
  }

  private String search(String text) {
    String pattern = "%" + escaped(text) + "%";
    List<String> conditions = new ArrayList<>();
    for (FieldType field : type.fields()) {
      if (field.kind() == Kind.TEXT && !field.secret() && !field.multiline()) {
        conditions.add(like(column("t", field.name()), pattern));
      } else if (field.kind() == Kind.CHILDREN) {
        conditions.add(searchChildren(field, pattern));
      } else if (field.kind() == Kind.REFERENCE) {
        searchTitles(field, pattern).ifPresent(conditions::add);
      }
    }
    return conditions.isEmpty() ? "0" : "(" + String.join(" OR ", conditions) + ")";
  }

  /**
   * A node is found by the name of its location too, which lists show in place of the reference.
   */
  private Optional<String> searchTitles(FieldType field, String pattern) {
    ResourceType<?> target = catalog.target(field);
    return target
        .titleField()
        .flatMap(target::field)
        .filter(title -> title.kind() == Kind.TEXT)
        .map(
            title ->
                "%s IN (SELECT r.id FROM \"%s\" r WHERE %s)"
                    .formatted(
                        column("t", field.name()),
                        ResourceLayout.tableOf(target.name()),
                        like(column("r", title.name()), pattern)));
  }

  /** A conference is found by its aliases too. */
  private String searchChildren(FieldType field, String pattern) {
    ResourceType<?> child = catalog.target(field);
    String conditions =
        child.fields().stream()
            .filter(text -> text.kind() == Kind.TEXT && !text.secret() && !text.multiline())
            .map(text -> like(column("c", text.name()), pattern))
            .collect(Collectors.joining(" OR "));
    return "t.id IN (SELECT %s FROM \"%s\" c WHERE %s)"
        .formatted(
            column("c", field.owner().orElseThrow().by()),
            ResourceLayout.tableOf(child.name()),
            conditions.isEmpty() ? "0" : conditions);
  }

  private static String column(String alias, String name) {
    return alias + ".\"" + name + '"';
  }

  private static Object toColumn(Object operand) {
    return switch (operand) {
      case Boolean flag -> flag ? 1L : 0L;
      case java.time.Instant time -> ColumnCodec.micros(time);
      default -> operand;
    };
  }
}
