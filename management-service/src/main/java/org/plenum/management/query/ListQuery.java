package org.plenum.management.query;

import java.util.List;

/**
 * What a client asks of a list.
 *
 * @param filters conditions, all of which an object must meet
 * @param search text that any text attribute must contain, without case; empty for no such
 *     condition
 * @param orders criteria, the most important first; objects that are equal in all follow by
 *     identifier
 * @param offset objects to skip, 0 or more
 * @param limit objects in the page, 1 to {@link #MAX_LIMIT}
 */
public record ListQuery(
    List<Filter> filters, String search, List<Order> orders, int offset, int limit) {
  /** Objects in a page unless the client says something else. */
  public static final int DEFAULT_LIMIT = 20;

  /** The largest page; also what limit 0 means. */
  public static final int MAX_LIMIT = 5000;

  /** Everything, in the largest page, by identifier. */
  public static final ListQuery FIRST_PAGE = new ListQuery(List.of(), "", List.of(), 0, MAX_LIMIT);

  public ListQuery {
    filters = List.copyOf(filters);
    orders = List.copyOf(orders);
    if (offset < 0 || limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
    }
  }
}
