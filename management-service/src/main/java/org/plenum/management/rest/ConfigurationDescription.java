package org.plenum.management.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.plenum.management.procedure.Procedure;
import org.plenum.management.procedure.Procedures;
import org.plenum.management.query.Attribute;
import org.plenum.management.store.ResourceAttributes;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.ResourceUri;

/** Describes the configuration API, resource by resource, from the declarations. */
final class ConfigurationDescription {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String ETAG = "ETag";

  private final ResourceCatalog catalog;
  private final Procedures procedures;
  private final ApiDescription api;

  ConfigurationDescription(ResourceCatalog catalog, Procedures procedures, ApiDescription api) {
    this.catalog = catalog;
    this.procedures = procedures;
    this.api = api;
  }

  void describe() {
    api.tag("configuration", "What there is to configure.");
    api.operation(
            RestMethod.GET,
            ResourceUri.BASE,
            "configuration",
            "configuration",
            "Lists the resources.")
        .answers(200, "Addresses by name of the resource.", ApiDescription.objectSchema());
    catalog.types().forEach(this::describe);
  }

  private void describe(ResourceType<?> type) {
    api.tag(type.name(), type.help());
    api.schema(type.name(), schema(type));
    Methods methods = Methods.of(type, procedures);
    methods.list().stream().sorted().forEach(method -> describeList(type, method));
    methods.detail().stream().sorted().forEach(method -> describeObject(type, method));
    api.operation(
            RestMethod.GET,
            type.path() + "schema/",
            type.name(),
            "describe_" + type.name(),
            "Describes the fields of %s.".formatted(type.plural()))
        .answers(200, "Fields, filters and methods.", ApiDescription.objectSchema());
  }

  private static ObjectNode schema(ResourceType<?> type) {
    ObjectNode schema = ApiDescription.objectSchema();
    schema.put("title", type.label());
    schema.put("description", type.help());
    ObjectNode properties = schema.putObject("properties");
    properties
        .putObject("id")
        .put("type", "integer")
        .put("readOnly", true)
        .put("description", "Identifier of the object.");
    type.fields().forEach(field -> properties.set(field.name(), FieldSchema.of(field)));
    properties
        .putObject("resource_uri")
        .put("type", "string")
        .put("format", "uri-reference")
        .put("readOnly", true)
        .put("description", "Address of the object.");
    schema.put("additionalProperties", false);
    return schema;
  }

  /** An object as it must be when it is created or replaced. */
  private static ObjectNode complete(ResourceType<?> type) {
    List<String> required =
        type.fields().stream().filter(FieldType::requiredInRequest).map(FieldType::name).toList();
    if (required.isEmpty()) {
      return ApiDescription.ref(type.name());
    }
    ObjectNode schema = NODES.objectNode();
    ArrayNode parts = schema.putArray("allOf").add(ApiDescription.ref(type.name()));
    ArrayNode names = parts.addObject().putArray("required");
    required.forEach(names::add);
    return schema;
  }

  private void describeList(ResourceType<?> type, RestMethod method) {
    switch (method) {
      case GET -> {
        ApiDescription.Operation list =
            operation(type, method, type.path(), "list_", "Lists " + type.plural() + ".");
        ListDescription.addQueries(list, attributes(type));
        list.answers(
                200, "A page of the list.", ListDescription.page(ApiDescription.ref(type.name())))
            .refuses(400);
      }
      case POST ->
          operation(type, method, type.path(), "create_", "Adds one " + type.label() + ".")
              .body(complete(type))
              .answers(
                  201,
                  "Added; Location is its address, or that of what stands for it.",
                  "Location",
                  ETAG,
                  AdviceHeader.NAME)
              .refuses(400);
      case PATCH ->
          operation(
                  type,
                  method,
                  type.path(),
                  "change_many_",
                  "Adds, changes and deletes several %s: all or none.".formatted(type.plural()))
              .body(bulk(type))
              .answers(202, "Done.", AdviceHeader.NAME)
              .refuses(400, 409);
      default -> throw new IllegalArgumentException(method + " on a list");
    }
  }

  private static ObjectNode bulk(ResourceType<?> type) {
    ObjectNode schema = ApiDescription.objectSchema();
    ObjectNode properties = schema.putObject("properties");
    properties
        .putObject("objects")
        .put("type", "array")
        .put("description", "Changed where they carry resource_uri, otherwise added.")
        .set("items", ApiDescription.ref(type.name()));
    properties
        .putObject("deleted_objects")
        .put("type", "array")
        .put("description", "Addresses.")
        .putObject("items")
        .put("type", "string");
    return schema;
  }

  private void describeObject(ResourceType<?> type, RestMethod method) {
    String path = type.path() + "{id}/";
    ObjectNode object = ApiDescription.ref(type.name());
    ApiDescription.Operation operation =
        switch (method) {
          case GET ->
              operation(type, method, path, "get_", "Reads one " + type.label() + ".")
                  .header("If-None-Match", "Entity tag of what is known already.")
                  .answers(200, "The object.", object, ETAG)
                  .answers(304, "What is known is still right.", ETAG);
          case PATCH ->
              changing(operation(type, method, path, "change_", "Changes fields of one object."))
                  .body(object)
                  .answers(
                      202, "The object as it is now.", object.deepCopy(), ETAG, AdviceHeader.NAME);
          case PUT ->
              changing(
                      operation(
                          type,
                          method,
                          path,
                          "replace_",
                          "Changes all fields; those that are left out get their defaults, and lists of"
                              + " other objects that are left out stay as they are."))
                  .body(complete(type))
                  .answers(200, "The object as it is now.", object, ETAG, AdviceHeader.NAME);
          case POST -> {
            Procedure.Action action = procedures.action(type).orElseThrow();
            yield operation(type, method, path, "perform_", action.summary())
                .body(body(action))
                .answers(
                    201,
                    "Done; Location is the address of %s.".formatted(action.outcome()),
                    "Location",
                    ETAG)
                .answers(204, "Done, and nothing is left.")
                .refuses(400);
          }
          case DELETE ->
              changing(operation(type, method, path, "delete_", "Deletes one object."))
                  .answers(204, "Deleted.")
                  .refuses(409);
          default -> throw new IllegalArgumentException(method + " on an object");
        };
    operation.path("id", "integer", "Identifier of the object.").refuses(404);
  }

  private static ObjectNode body(Procedure.Action action) {
    ObjectNode schema = NODES.objectNode().put("type", "object").put("additionalProperties", false);
    ObjectNode field =
        schema
            .putObject("properties")
            .putObject(action.field())
            .put("type", "string")
            .put("description", action.help());
    if (!action.choices().isEmpty()) {
      ArrayNode choices = field.putArray("enum");
      action.choices().forEach(choices::add);
    }
    schema.putArray("required").add(action.field());
    return schema;
  }

  private static ApiDescription.Operation changing(ApiDescription.Operation operation) {
    return operation
        .header("If-Match", "Entity tag of the object as it was read.")
        .refuses(400, 412);
  }

  private ApiDescription.Operation operation(
      ResourceType<?> type, RestMethod method, String path, String id, String summary) {
    return api.operation(method, path, type.name(), id + type.name(), summary);
  }

  private List<Attribute> attributes(ResourceType<?> type) {
    ResourceAttributes all = new ResourceAttributes(catalog, type, Permissions.ALL);
    List<Attribute> attributes = new ArrayList<>();
    all.find("id").ifPresent(attributes::add);
    type.fields().forEach(field -> all.find(field.name()).ifPresent(attributes::add));
    return attributes;
  }
}
