package org.plenum.console.configuration;

import java.util.List;
import org.plenum.rpc.console.Filter;

/**
 * Which objects of a resource, and in what order.
 *
 * @param filters all must match
 * @param search text contained in any text field; empty for all
 * @param orderBy field names, with a leading {@code -} for descending
 * @param offset of the first object
 * @param limit of objects
 */
public record ListQuery(
    List<Filter> filters, String search, List<String> orderBy, int offset, int limit) {
  /** Copies the lists. */
  public ListQuery {
    filters = List.copyOf(filters);
    orderBy = List.copyOf(orderBy);
  }

  /** The first objects that match a search, in the order of a field. */
  public static ListQuery matching(String search, String orderBy, int limit) {
    return new ListQuery(List.of(), search, List.of(orderBy), 0, limit);
  }

  /** The objects whose field has one of these values. */
  public static ListQuery in(String field, List<String> values) {
    return new ListQuery(
        List.of(filter(field, "in", String.join(",", values))), "", List.of(), 0, values.size());
  }

  /** The same for another part of the result. */
  public ListQuery page(int newOffset, int newLimit) {
    return new ListQuery(filters, search, orderBy, newOffset, newLimit);
  }

  /** A condition on a field. */
  public static Filter filter(String field, String operator, String value) {
    return Filter.newBuilder().setField(field).setOperator(operator).setValue(value).build();
  }
}
