package org.plenum.management.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.CanonicalForm;

/**
 * Answers list queries over objects in memory, with the meaning that the store gives the same query
 * in SQL. Immutable.
 *
 * @param <T> the objects
 */
public final class InMemoryList<T> {
  private final Function<T, Row> rows;
  private final List<String> searched;

  /**
   * Lists objects.
   *
   * @param rows how an object is seen as a row
   * @param searched text attributes that a search looks into
   */
  public InMemoryList(Function<T, Row> rows, List<String> searched) {
    this.rows = rows;
    this.searched = List.copyOf(searched);
  }

  /** The page that a query asks for; objects equal in its order keep that of the collection. */
  public Page<T> select(Collection<T> objects, ListQuery query) {
    Predicate<Row> wanted = predicate(query);
    List<T> matching = new ArrayList<>();
    for (T object : objects) {
      if (wanted.test(rows.apply(object))) {
        matching.add(object);
      }
    }
    if (!query.orders().isEmpty()) {
      matching.sort(comparator(query.orders()));
    }
    int from = Math.min(query.offset(), matching.size());
    int to = Math.min(from + query.limit(), matching.size());
    return new Page<>(matching.subList(from, to), matching.size());
  }

  private Predicate<Row> predicate(ListQuery query) {
    Predicate<Row> all = row -> true;
    for (Filter filter : query.filters()) {
      if (filter.path().size() != 1) {
        throw new InvalidQueryException(
            filter.path().getFirst().name(), "References cannot be followed in this list.");
      }
      Condition condition = Condition.of(filter);
      String attribute = filter.attribute().name();
      all = all.and(row -> condition.holds(row.value(attribute)));
    }
    String search = CanonicalForm.caseless(query.search());
    return search.isEmpty() ? all : all.and(row -> found(row, search));
  }

  private boolean found(Row row, String search) {
    return searched.stream()
        .anyMatch(
            attribute ->
                row.value(attribute) instanceof String text
                    && CanonicalForm.caseless(text).contains(search));
  }

  private Comparator<T> comparator(List<Order> orders) {
    return orders.stream().map(this::comparator).reduce(Comparator::thenComparing).orElseThrow();
  }

  private Comparator<T> comparator(Order order) {
    String attribute = order.attribute().name();
    Comparator<T> ascending =
        Comparator.comparing(
            object -> sortKey(rows.apply(object).value(attribute)),
            Comparator.nullsFirst(InMemoryList::compare));
    return order.descending() ? ascending.reversed() : ascending;
  }

  private static @Nullable Object sortKey(@Nullable Object value) {
    return value instanceof String text ? CanonicalForm.caseless(text) : value;
  }

  @SuppressWarnings("unchecked") // values of one attribute have one class, see Attribute.Type
  private static int compare(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }
}
