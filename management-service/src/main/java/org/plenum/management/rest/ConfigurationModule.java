package org.plenum.management.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenum.management.advice.Advisor;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.procedure.Procedures;
import org.plenum.management.rest.RestPath.Rule;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.ResourceUri;

/** The configuration API: the same few handlers for every resource. */
public final class ConfigurationModule implements RestModule {
  private static final String RESOURCE = "resource";
  private static final String ID = "id";
  private static final String LIST = ResourceUri.BASE + "{" + RESOURCE + "}/";

  private final ResourceCatalog catalog;
  private final SchemaDocument schema;
  private final ConfigurationReads reads;
  private final ConfigurationWrites writes;
  private final Procedures procedures;

  /** The API for the resources of a store. */
  public ConfigurationModule(
      ConfigurationStore store, ChangeSets changeSets, Procedures procedures, Advisor advisor) {
    this.catalog = store.catalog();
    this.schema = new SchemaDocument(catalog);
    this.reads = new ConfigurationReads(store);
    this.writes = new ConfigurationWrites(catalog, changeSets, procedures, advisor, reads);
    this.procedures = procedures;
  }

  @Override
  public List<RestPath> paths() {
    return List.of(
        RestPath.of(ResourceUri.BASE, Rule.ANY, Map.of(RestMethod.GET, this::discover)),
        RestPath.of(LIST + "schema/", Rule.ANY, Map.of(RestMethod.GET, this::describe)),
        RestPath.of(
            LIST,
            this::allows,
            Map.of(
                RestMethod.GET,
                request -> reads.list(type(request), request),
                RestMethod.POST,
                onList(writes::create),
                RestMethod.PATCH,
                onList(writes::bulk),
                RestMethod.OPTIONS,
                request -> RestResponse.allowing(methods(request).list()))),
        RestPath.of(
            LIST + "{" + ID + "}/",
            this::allows,
            Map.of(
                RestMethod.GET, request -> reads.get(type(request), request.id(ID), request),
                RestMethod.POST, onObject(writes::perform),
                RestMethod.PATCH, onObject(writes::update),
                RestMethod.PUT, onObject(writes::replace),
                RestMethod.DELETE, onObject(writes::delete),
                RestMethod.OPTIONS, request -> RestResponse.allowing(methods(request).detail()))));
  }

  @Override
  public void describe(ApiDescription api) {
    new ConfigurationDescription(catalog, procedures, api).describe();
  }

  /** Each resource belongs to an area; what does not exist is answered with 404. */
  private boolean allows(
      Permissions permissions, RestMethod method, Map<String, String> parameters) {
    return catalog
        .find(parameters.getOrDefault(RESOURCE, ""))
        .map(ResourceType::area)
        .map(area -> Rule.in(area).allows(permissions, method, parameters))
        .orElse(true);
  }

  private interface ListHandler {
    RestResponse handle(ResourceType<?> type, RestRequest request);
  }

  private interface ObjectHandler {
    RestResponse handle(ResourceType<?> type, long id, RestRequest request);
  }

  /** Refuses what the list of this resource does not allow. */
  private RestHandler onList(ListHandler handler) {
    return request -> {
      ResourceType<?> type = type(request);
      require(request, methods(request).list());
      return handler.handle(type, request);
    };
  }

  /** Refuses what objects of this resource do not allow. */
  private RestHandler onObject(ObjectHandler handler) {
    return request -> {
      ResourceType<?> type = type(request);
      require(request, methods(request).detail());
      return handler.handle(type, request.id(ID), request);
    };
  }

  private static void require(RestRequest request, Set<RestMethod> allowed) {
    if (!allowed.contains(request.method())) {
      throw RestException.methodNotAllowed(allowed);
    }
  }

  private RestResponse discover(RestRequest request) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    for (ResourceType<?> type : catalog.types()) {
      root.putObject(type.name())
          .put("list_endpoint", type.path())
          .put("schema", type.path() + "schema/");
    }
    return RestResponse.ok(root);
  }

  private RestResponse describe(RestRequest request) {
    ResourceType<?> type = type(request);
    Methods methods = methods(request);
    return RestResponse.ok(schema.of(type, methods.list(), methods.detail()));
  }

  private Methods methods(RestRequest request) {
    return Methods.of(type(request), procedures);
  }

  private ResourceType<?> type(RestRequest request) {
    return catalog.find(request.pathParameter(RESOURCE)).orElseThrow(RestException::notFound);
  }
}
