package org.plenum.management.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.ResourceUri;

/** The configuration API: the same few handlers for every resource. */
public final class ConfigurationModule implements RestModule {
  private static final String RESOURCE = "resource";
  private static final String ID = "id";
  private static final String LIST = ResourceUri.BASE + "{" + RESOURCE + "}/";

  private static final Set<RestMethod> LIST_METHODS =
      Set.of(RestMethod.GET, RestMethod.POST, RestMethod.PATCH);
  private static final Set<RestMethod> DETAIL_METHODS =
      Set.of(RestMethod.GET, RestMethod.PUT, RestMethod.PATCH, RestMethod.DELETE);
  private static final Set<RestMethod> COMPLETABLE_METHODS =
      Set.of(RestMethod.GET, RestMethod.POST, RestMethod.DELETE);
  private static final Set<RestMethod> SINGLETON_LIST_METHODS = Set.of(RestMethod.GET);
  private static final Set<RestMethod> SINGLETON_METHODS =
      Set.of(RestMethod.GET, RestMethod.PUT, RestMethod.PATCH);

  private final ResourceCatalog catalog;
  private final SchemaDocument schema;
  private final ConfigurationReads reads;
  private final ConfigurationWrites writes;
  private final RequestCompletion completion;

  /** The API for the resources of a store. */
  public ConfigurationModule(ConfigurationStore store, ChangeSets changeSets) {
    this.catalog = store.catalog();
    this.schema = new SchemaDocument(catalog);
    this.reads = new ConfigurationReads(store);
    this.writes = new ConfigurationWrites(catalog, changeSets, reads);
    this.completion = new RequestCompletion(store, changeSets);
  }

  @Override
  public List<RestPath> paths() {
    return List.of(
        RestPath.of(ResourceUri.BASE, Map.of(RestMethod.GET, this::discover)),
        RestPath.of(LIST + "schema/", Map.of(RestMethod.GET, this::describe)),
        RestPath.of(
            LIST,
            Map.of(
                RestMethod.GET, request -> reads.list(type(request), request),
                RestMethod.POST, request -> writes.create(listed(request), request),
                RestMethod.PATCH, request -> writes.bulk(listed(request), request))),
        RestPath.of(
            LIST + "{" + ID + "}/",
            Map.of(
                RestMethod.GET, request -> reads.get(type(request), request.id(ID), request),
                RestMethod.POST, request -> complete(type(request), request),
                RestMethod.PATCH, request -> writes.update(type(request), request.id(ID), request),
                RestMethod.PUT, request -> writes.replace(type(request), request.id(ID), request),
                RestMethod.DELETE, request -> delete(type(request), request))));
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
    return RestResponse.ok(
        type.singleton()
            ? schema.of(type, SINGLETON_LIST_METHODS, SINGLETON_METHODS)
            : schema.of(type, LIST_METHODS, detailMethods(type)));
  }

  private Set<RestMethod> detailMethods(ResourceType<?> type) {
    return completion.applies(type) ? COMPLETABLE_METHODS : DETAIL_METHODS;
  }

  private RestResponse complete(ResourceType<?> type, RestRequest request) {
    if (!completion.applies(type)) {
      throw RestException.methodNotAllowed(type.singleton() ? SINGLETON_METHODS : DETAIL_METHODS);
    }
    return completion.complete(request.id(ID), request);
  }

  private RestResponse delete(ResourceType<?> type, RestRequest request) {
    if (type.singleton()) {
      throw RestException.methodNotAllowed(SINGLETON_METHODS);
    }
    return writes.delete(type, request.id(ID), request);
  }

  private ResourceType<?> type(RestRequest request) {
    return catalog.find(request.pathParameter(RESOURCE)).orElseThrow(RestException::notFound);
  }

  /** The resource, if its list can be changed. */
  private ResourceType<?> listed(RestRequest request) {
    ResourceType<?> type = type(request);
    if (type.singleton()) {
      throw RestException.methodNotAllowed(SINGLETON_LIST_METHODS);
    }
    return type;
  }
}
