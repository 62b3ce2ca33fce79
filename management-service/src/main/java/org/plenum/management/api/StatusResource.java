package org.plenum.management.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.plenum.management.query.Attribute;
import org.plenum.management.query.Attributes;
import org.plenum.management.query.InMemoryList;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.Page;
import org.plenum.management.query.QueryParser;
import org.plenum.management.rest.ApiDescription;
import org.plenum.management.rest.RestException;
import org.plenum.management.rest.RestRequest;
import org.plenum.model.config.json.ApiTime;

/**
 * A resource of the status API: what runs, read only.
 *
 * @param name resource name
 * @param fields fields in their order; one is {@code id}
 * @param rows the objects
 */
record StatusResource(
    String name, List<StatusField> fields, Function<StatusSnapshot, List<StatusRow>> rows) {

  static final String BASE = "/api/admin/status/v1/";

  StatusResource {
    fields = List.copyOf(fields);
  }

  String path() {
    return BASE + name + "/";
  }

  ListQuery query(RestRequest request) {
    return new QueryParser(Attributes.of(attributes().toArray(Attribute[]::new)))
        .parse(request.queryParameters());
  }

  Page<ObjectNode> list(StatusSnapshot snapshot, ListQuery query) {
    List<String> texts =
        fields.stream()
            .filter(field -> field.type() == Attribute.Type.TEXT)
            .map(StatusField::name)
            .toList();
    Page<StatusRow> page =
        new InMemoryList<StatusRow>(row -> row, texts).select(rows.apply(snapshot), query);
    return new Page<>(page.objects().stream().map(this::json).toList(), page.total());
  }

  ObjectNode get(StatusSnapshot snapshot, String id) {
    return rows.apply(snapshot).stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .map(this::json)
        .orElseThrow(RestException::notFound);
  }

  private ObjectNode json(StatusRow row) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (StatusField field : fields) {
      switch (row.value(field.name())) {
        case null -> object.putNull(field.name());
        case String text -> object.put(field.name(), text);
        case Long number -> object.put(field.name(), number);
        case Double number -> object.put(field.name(), number);
        case Boolean flag -> object.put(field.name(), flag);
        case Instant time -> object.put(field.name(), ApiTime.write(time));
        default -> throw new IllegalStateException(name + "." + field.name());
      }
    }
    return object.put("resource_uri", path() + row.id() + "/");
  }

  List<Attribute> attributes() {
    return fields.stream().map(field -> Attribute.of(field.name(), field.type())).toList();
  }

  /** The form of an object, for the description of the API. */
  ObjectNode jsonSchema() {
    ObjectNode schema = ApiDescription.objectSchema();
    ObjectNode properties = schema.putObject("properties");
    fields.forEach(field -> properties.set(field.name(), field.jsonSchema()));
    properties.putObject("resource_uri").put("type", "string").put("format", "uri-reference");
    return schema;
  }

  ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putArray("allowed_detail_http_methods").add("get");
    schema.putArray("allowed_list_http_methods").add("get");
    schema.put("default_format", "application/json");
    schema.put("default_limit", ListQuery.DEFAULT_LIMIT);
    ObjectNode described = schema.putObject("fields");
    for (StatusField field : fields) {
      ObjectNode node = described.putObject(field.name());
      node.put("blank", false);
      node.put("help_text", field.help());
      node.put("nullable", field.type() == Attribute.Type.TIME);
      node.put("readonly", true);
      node.put("type", field.schemaType());
      node.put("unique", field.name().equals("id"));
    }
    ObjectNode filtering = schema.putObject("filtering");
    fields.forEach(field -> filtering.put(field.name(), 1));
    var ordering = schema.putArray("ordering");
    fields.forEach(field -> ordering.add(field.name()));
    return schema;
  }
}
