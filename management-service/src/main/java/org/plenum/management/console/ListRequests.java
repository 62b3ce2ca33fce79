package org.plenum.management.console;

import io.grpc.Status;
import java.util.List;
import org.plenum.management.query.Filter;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.QueryParser;
import org.plenum.management.store.ResourceAttributes;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.rpc.console.ListRequest;

/** Reads list requests, with the names and meanings of the REST API. */
final class ListRequests {
  private static final int MAX_FILTERS = 50;
  private static final int MAX_SEARCH = 250;

  private final ResourceCatalog catalog;

  ListRequests(ResourceCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What a request asks for.
   *
   * @throws org.plenum.management.query.InvalidQueryException naming the field that is unknown or
   *     has an unsuitable value
   */
  ListQuery query(ResourceType<?> type, ListRequest request, Permissions permissions) {
    return query(
        new QueryParser(new ResourceAttributes(catalog, type, permissions)),
        request.getFiltersList(),
        request.getSearch(),
        request.getOrderByList(),
        request.getOffset(),
        request.getLimit());
  }

  /** The same for lists of anything. */
  static ListQuery query(
      QueryParser parser,
      List<org.plenum.rpc.console.Filter> filters,
      String search,
      List<String> orderBy,
      int offset,
      int limit) {
    require(filters.size() <= MAX_FILTERS, "filters: more than " + MAX_FILTERS);
    require(
        search.length() <= MAX_SEARCH, "search: longer than %d characters".formatted(MAX_SEARCH));
    require(offset >= 0, "offset: must be 0 or a positive number");
    require(limit >= 0, "limit: must be 0 or a positive number");
    List<Filter> conditions =
        filters.stream()
            .map(filter -> parser.filter(expression(filter), filter.getValue()))
            .toList();
    return new ListQuery(
        conditions, search, parser.orders(orderBy), offset, QueryParser.limit(limit));
  }

  private static String expression(org.plenum.rpc.console.Filter filter) {
    return filter.getOperator().isEmpty()
        ? filter.getField()
        : filter.getField() + "__" + filter.getOperator();
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw Status.INVALID_ARGUMENT.withDescription(problem).asRuntimeException();
    }
  }
}
