package org.plenum.management.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.management.query.Attribute;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.Operator;
import org.plenum.management.store.ResourceAttributes;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.FieldType.Fallback;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.json.ApiTime;

/** Describes a resource to tools: its fields, and what can be done with it. */
final class SchemaDocument {
  private static final String NO_DEFAULT = "No default provided.";

  private final ResourceCatalog catalog;

  SchemaDocument(ResourceCatalog catalog) {
    this.catalog = catalog;
  }

  JsonNode of(
      ResourceType<?> type,
      Collection<RestMethod> listMethods,
      Collection<RestMethod> detailMethods) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.set("allowed_detail_http_methods", names(detailMethods));
    schema.set("allowed_list_http_methods", names(listMethods));
    schema.put("default_format", RestResponse.JSON);
    schema.put("default_limit", ListQuery.DEFAULT_LIMIT);
    ObjectNode fields = schema.putObject("fields");
    type.fields().forEach(field -> fields.set(field.name(), describe(field)));
    fields.set("id", own("integer", "Identifier of the object."));
    fields.set("resource_uri", own("string", "Address of the object."));
    ResourceAttributes attributes = new ResourceAttributes(catalog, type, Permissions.ALL);
    ObjectNode filtering = schema.putObject("filtering");
    ArrayNode ordering = schema.putArray("ordering");
    filtering.set("id", operators(Attribute.Type.INTEGER));
    ordering.add("id");
    for (FieldType field : type.fields()) {
      attributes
          .find(field.name())
          .ifPresent(
              attribute -> {
                if (attribute.filters()) {
                  filtering.set(field.name(), operators(attribute.type()));
                }
                if (attribute.orders()) {
                  ordering.add(field.name());
                }
              });
    }
    return schema;
  }

  private ObjectNode describe(FieldType field) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("blank", !field.requiredInRequest());
    node.set("default", fallback(field));
    node.put("help_text", field.help());
    node.put("nullable", field.acceptsNull());
    node.put("readonly", field.readOnly());
    if (field.target().isPresent()) {
      node.put("related_schema", catalog.target(field).path() + "schema/");
      node.put("related_type", field.kind() == Kind.REFERENCE ? "to_one" : "to_many");
    }
    node.put("type", field.kind().schemaType());
    node.put("unique", field.unique());
    if (!field.choices().isEmpty()) {
      ArrayNode choices = node.putArray("valid_choices");
      field.choices().forEach(choice -> choices.add(choice.wire()));
    }
    addLimits(node, field);
    return node;
  }

  /** Beyond what the conventions ask for; tools can check before they send. */
  private static void addLimits(ObjectNode node, FieldType field) {
    FieldType.Limits limits = field.limits();
    if (field.kind() == Kind.TEXT && limits.maxLength() < Integer.MAX_VALUE) {
      node.put("max_length", limits.maxLength());
    }
    if (field.kind() == Kind.INTEGER && limits.min() > Integer.MIN_VALUE) {
      node.put("min", limits.min());
    }
    if (field.kind() == Kind.INTEGER && limits.max() < Integer.MAX_VALUE) {
      node.put("max", limits.max());
    }
  }

  private static ObjectNode own(String type, String help) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("blank", true)
        .put("default", "")
        .put("help_text", help)
        .put("nullable", false)
        .put("readonly", true)
        .put("type", type)
        .put("unique", true);
  }

  private JsonNode fallback(FieldType field) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    Optional<Fallback> fallback = field.fallback();
    if (fallback.isEmpty() || !field.kind().isStored()) {
      return nodes.textNode(NO_DEFAULT);
    }
    if (fallback.get().isNow()) {
      return nodes.textNode("now");
    }
    return field.kind() == Kind.REFERENCES
        ? uris(catalog.target(field), (List<?>) fallback.get().value())
        : literal(fallback.get().value());
  }

  private static JsonNode uris(ResourceType<?> target, @Nullable List<?> ids) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    if (ids != null) {
      ids.forEach(id -> array.add(target.uri((Long) id)));
    }
    return array;
  }

  /** A default value as JSON. */
  static JsonNode literal(@Nullable Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case null -> nodes.nullNode();
      case Long number -> nodes.numberNode(number);
      case Boolean flag -> nodes.booleanNode(flag);
      case Instant time -> nodes.textNode(ApiTime.write(time));
      case List<?> list -> {
        ArrayNode array = nodes.arrayNode();
        list.forEach(element -> array.add(String.valueOf(element)));
        yield array;
      }
      default -> nodes.textNode(String.valueOf(value));
    };
  }

  private static ArrayNode operators(Attribute.Type type) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    Arrays.stream(Operator.values())
        .filter(operator -> operator.suits(type))
        .forEach(operator -> names.add(operator.wire()));
    return names;
  }

  private static ArrayNode names(Collection<RestMethod> methods) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    methods.stream().sorted().forEach(method -> names.add(method.name().toLowerCase(Locale.ROOT)));
    return names;
  }
}
