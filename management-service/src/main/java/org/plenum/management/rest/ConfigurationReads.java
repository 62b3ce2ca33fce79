package org.plenum.management.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.Page;
import org.plenum.management.query.QueryParser;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.ResourceAttributes;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.json.ApiJson;
import org.plenum.model.config.json.RelatedObjects;

/** Answers reading requests for configuration objects. */
final class ConfigurationReads {
  private final ConfigurationStore store;
  private final ApiJson json;

  ConfigurationReads(ConfigurationStore store) {
    this.store = store;
    this.json = new ApiJson(store.catalog());
  }

  RestResponse list(ResourceType<?> type, RestRequest request) {
    QueryParser parser =
        new QueryParser(new ResourceAttributes(store.catalog(), type, request.permissions()));
    ListQuery query = parser.parse(request.queryParameters());
    Page<ObjectNode> page =
        store.read(
            reader -> {
              Page<StoredObject> found = reader.list(type, query);
              return new Page<>(write(reader, type, found.objects(), request), found.total());
            });
    return ListResponse.of(request, query, page);
  }

  RestResponse get(ResourceType<?> type, long id, RestRequest request) {
    RestResponse found = find(type, id, 200, request);
    String tag = found.headers().get("ETag");
    boolean known =
        request.header("If-None-Match").filter(tags -> EntityTag.lists(tags, tag)).isPresent();
    return known ? RestResponse.empty(304).with("ETag", tag) : found;
  }

  /** Answers with 404 if there is no such object. */
  void require(ResourceType<?> type, long id) {
    if (store.read(reader -> reader.object(type, id)).isEmpty()) {
      throw RestException.notFound();
    }
  }

  /** The object as it is now and as who asks may see it, with its entity tag. */
  RestResponse find(ResourceType<?> type, long id, int status, RestRequest request) {
    return store.read(
        reader -> {
          StoredObject object = reader.object(type, id).orElseThrow(RestException::notFound);
          ObjectNode node = write(reader, type, List.of(object), request).getFirst();
          return RestResponse.json(status, node).with("ETag", EntityTag.of(object, node));
        });
  }

  private List<ObjectNode> write(
      ConfigurationReader reader,
      ResourceType<?> type,
      List<StoredObject> objects,
      RestRequest request) {
    RelatedObjects related = reader.relatedTo(type, objects).visibleTo(request.permissions());
    return objects.stream()
        .map(object -> json.write(type, object.id(), object.values(), related))
        .toList();
  }
}
