package org.plenum.management.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plenum.management.query.ListQuery;
import org.plenum.management.rest.ListResponse;
import org.plenum.management.rest.RestException;
import org.plenum.management.rest.RestHandler;
import org.plenum.management.rest.RestMethod;
import org.plenum.management.rest.RestModule;
import org.plenum.management.rest.RestPath;
import org.plenum.management.rest.RestRequest;
import org.plenum.management.rest.RestResponse;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.status.StatusFeed;
import org.plenum.model.status.StatusKey;

/** The status API: what runs now, read only. */
public final class StatusModule implements RestModule {

  private final StatusFeed feed;
  private final ConfigurationStore store;

  public StatusModule(StatusFeed feed, ConfigurationStore store) {
    this.feed = feed;
    this.store = store;
  }

  @Override
  public List<RestPath> paths() {
    List<RestPath> paths = new ArrayList<>();
    paths.add(reading(StatusResource.BASE, request -> RestResponse.ok(discovery())));
    paths.add(
        reading(StatusResources.PARTICIPANT.path() + "{id}/media_stream/", this::mediaStreams));
    for (StatusResource resource : StatusResources.all()) {
      paths.add(
          reading(resource.path() + "schema/", request -> RestResponse.ok(resource.schema())));
      paths.add(reading(resource.path() + "{id}/", request -> get(resource, request)));
      paths.add(reading(resource.path(), request -> list(resource, request)));
    }
    return paths;
  }

  private static RestPath reading(String path, RestHandler handler) {
    return RestPath.of(path, Map.of(RestMethod.GET, handler));
  }

  private static ObjectNode discovery() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    for (StatusResource resource : StatusResources.all()) {
      root.putObject(resource.name())
          .put("list_endpoint", resource.path())
          .put("schema", resource.path() + "schema/");
    }
    return root;
  }

  private RestResponse list(StatusResource resource, RestRequest request) {
    ListQuery query = resource.query(request);
    return ListResponse.of(request, query, resource.list(snapshot(), query));
  }

  private RestResponse get(StatusResource resource, RestRequest request) {
    return RestResponse.ok(resource.get(snapshot(), request.pathParameter("id")));
  }

  private RestResponse mediaStreams(RestRequest request) {
    String id = request.pathParameter("id");
    var participant =
        feed.find(StatusKey.participant(id)).orElseThrow(RestException::notFound).getParticipant();
    StatusResource streams =
        new StatusResource(
            "participant/" + id + "/media_stream",
            StatusResources.MEDIA_STREAM_FIELDS,
            snapshot -> StatusResources.mediaStreams(participant));
    return list(streams, request);
  }

  private StatusSnapshot snapshot() {
    return StatusSnapshot.of(feed, store);
  }
}
