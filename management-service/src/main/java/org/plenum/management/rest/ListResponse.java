package org.plenum.management.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.Page;

/** Lists as the API writes them: {@code meta} with paging, then {@code objects}. */
public final class ListResponse {
  private ListResponse() {}

  /**
   * The answer to a list request.
   *
   * @param query what the request asked for
   * @param page what was found
   */
  public static RestResponse of(
      RestRequest request, ListQuery query, Page<? extends JsonNode> page) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode meta = root.putObject("meta");
    int next = query.offset() + query.limit();
    meta.put("limit", query.limit());
    meta.put("next", next < page.total() ? address(request, query.limit(), next) : null);
    meta.put("offset", query.offset());
    meta.put(
        "previous",
        query.offset() > 0
            ? address(request, query.limit(), Math.max(0, query.offset() - query.limit()))
            : null);
    meta.put("total_count", page.total());
    ArrayNode objects = root.putArray("objects");
    page.objects().forEach(objects::add);
    return RestResponse.ok(root);
  }

  /** The same request for another part of the list. */
  private static String address(RestRequest request, int limit, int offset) {
    List<String> parameters = new ArrayList<>();
    request
        .queryParameters()
        .forEach(
            (name, values) -> {
              if (!name.equals("limit") && !name.equals("offset")) {
                values.forEach(value -> parameters.add(encoded(name) + "=" + encoded(value)));
              }
            });
    parameters.add("limit=" + limit);
    parameters.add("offset=" + offset);
    return request.path() + "?" + String.join("&", parameters);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
