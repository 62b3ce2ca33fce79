package org.plenum.management.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plenum.management.query.Attribute;
import org.plenum.management.query.ListQuery;
import org.plenum.management.rest.ApiDescription;
import org.plenum.management.rest.ListDescription;
import org.plenum.management.rest.ListResponse;
import org.plenum.management.rest.RestException;
import org.plenum.management.rest.RestHandler;
import org.plenum.management.rest.RestMethod;
import org.plenum.management.rest.RestModule;
import org.plenum.management.rest.RestPath;
import org.plenum.management.rest.RestPath.Rule;
import org.plenum.management.rest.RestRequest;
import org.plenum.management.rest.RestResponse;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.access.Permission;
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

  @Override
  public void describe(ApiDescription api) {
    api.tag("status", "What runs now.");
    api.operation(
            RestMethod.GET, StatusResource.BASE, "status", "status", "Lists what can be read.")
        .answers(200, "Addresses by name of the resource.", ApiDescription.objectSchema());
    for (StatusResource resource : StatusResources.all()) {
      String schema = "status." + resource.name();
      api.schema(schema, resource.jsonSchema());
      describeList(api, resource.path(), schema, resource.attributes())
          .answers(200, "A page of the list.", ListDescription.page(ApiDescription.ref(schema)));
      api.operation(
              RestMethod.GET,
              resource.path() + "{id}/",
              "status",
              "get_" + schema,
              "Reads one of them.")
          .path("id", "string", "Identifier of the object.")
          .answers(200, "The object.", ApiDescription.ref(schema))
          .refuses(404);
      api.operation(
              RestMethod.GET,
              resource.path() + "schema/",
              "status",
              "describe_" + schema,
              "Describes the fields.")
          .answers(200, "Fields, filters and methods.", ApiDescription.objectSchema());
    }
    StatusResource streams = mediaStreams("{id}", List.of());
    api.schema("status.media_stream", streams.jsonSchema());
    describeList(api, streams.path(), "status.media_stream", streams.attributes())
        .path("id", "string", "Identifier of the participant.")
        .answers(
            200,
            "A page of the list.",
            ListDescription.page(ApiDescription.ref("status.media_stream")))
        .refuses(404);
  }

  private static ApiDescription.Operation describeList(
      ApiDescription api, String path, String schema, List<Attribute> attributes) {
    ApiDescription.Operation list =
        api.operation(RestMethod.GET, path, "status", "list_" + schema, "Lists what runs now.");
    ListDescription.addQueries(
        list,
        attributes.stream()
            .filter(attribute -> !path.contains("{" + attribute.name() + "}"))
            .toList());
    return list.refuses(400);
  }

  private static RestPath reading(String path, RestHandler handler) {
    return RestPath.of(
        path, Rule.needs(Permission.MAY_VIEW_STATUS), Map.of(RestMethod.GET, handler));
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
    return list(mediaStreams(id, StatusResources.mediaStreams(participant)), request);
  }

  private static StatusResource mediaStreams(String participant, List<StatusRow> streams) {
    return new StatusResource(
        "participant/" + participant + "/media_stream",
        StatusResources.MEDIA_STREAM_FIELDS,
        snapshot -> streams);
  }

  private StatusSnapshot snapshot() {
    return StatusSnapshot.of(feed, store);
  }
}
