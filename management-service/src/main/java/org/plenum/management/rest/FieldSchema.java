package org.plenum.management.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.FieldType.Condition;
import org.plenum.model.config.FieldType.Limits;
import org.plenum.model.config.FieldType.Option;
import org.plenum.model.config.Kind;
import org.plenum.model.config.Syntax;

/** JSON Schema (2020-12) of a configuration field, from its declaration. */
final class FieldSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FieldSchema() {}

  static ObjectNode of(FieldType field) {
    ObjectNode schema = field.kind().isList() ? list(field) : single(field);
    schema.put("title", field.label());
    schema.put("description", field.help());
    if (field.readOnly()) {
      schema.put("readOnly", true);
    }
    if (field.secret()) {
      schema.put("writeOnly", true);
    }
    if (field.unique()) {
      schema.put("x-unique", true);
    }
    if (field.createOnly()) {
      schema.put("x-create-only", true);
    }
    for (Condition condition : field.conditions()) {
      ObjectNode when = schema.withArrayProperty("x-applies-when").addObject();
      when.put("field", condition.field());
      condition.values().forEach(when.putArray("values")::add);
    }
    field
        .fallback()
        .filter(fallback -> field.kind().isStored() && !fallback.isNow())
        .ifPresent(fallback -> schema.set("default", SchemaDocument.literal(fallback.value())));
    return schema;
  }

  private static ObjectNode list(FieldType field) {
    ObjectNode schema = NODES.objectNode().put("type", "array");
    schema.set("items", element(field));
    if (field.kind() != Kind.CHILDREN) {
      schema.put("uniqueItems", true);
    }
    int least = field.required() ? Math.max(1, field.limits().minLength()) : 0;
    if (least > 0) {
      schema.put("minItems", least);
    }
    if (field.limits().maxLength() < Integer.MAX_VALUE) {
      schema.put("maxItems", field.limits().maxLength());
    }
    return schema;
  }

  private static ObjectNode element(FieldType field) {
    return switch (field.kind()) {
      case CHILDREN -> ApiDescription.ref(field.target().orElseThrow());
      case REFERENCES, INVERSE -> {
        ObjectNode schema = reference();
        yield field.embedded()
            ? either(schema, ApiDescription.ref(field.target().orElseThrow()))
            : schema;
      }
      case CHOICES -> {
        ObjectNode choice = choices(field);
        yield field.embedded() ? either(choice, wrapped(choice)) : choice;
      }
      default -> NODES.objectNode().put("type", "string");
    };
  }

  private static ObjectNode either(ObjectNode one, ObjectNode other) {
    ObjectNode schema = NODES.objectNode();
    schema.putArray("anyOf").add(one).add(other);
    return schema;
  }

  private static ObjectNode wrapped(ObjectNode choice) {
    ObjectNode schema = ApiDescription.objectSchema();
    schema.putObject("properties").set("value", choice.deepCopy());
    schema.putArray("required").add("value");
    return schema;
  }

  private static ObjectNode choices(FieldType field) {
    ObjectNode schema = NODES.objectNode().put("type", "string");
    ArrayNode values = schema.putArray("enum");
    field.choices().stream().map(Option::wire).forEach(values::add);
    return schema;
  }

  private static ObjectNode reference() {
    return NODES.objectNode().put("type", "string").put("format", "uri-reference");
  }

  private static ObjectNode single(FieldType field) {
    ObjectNode schema =
        switch (field.kind()) {
          case INTEGER -> number(field.limits());
          case BOOLEAN -> NODES.objectNode().put("type", "boolean");
          case CHOICE -> choices(field);
          case REFERENCE -> reference().put("x-resource", field.target().orElseThrow());
          case TIME -> {
            ObjectNode time = NODES.objectNode().put("type", "string");
            time.putArray("examples").add("2026-01-31T12:00:00");
            yield time;
          }
          default -> text(field);
        };
    if (field.embedded()) {
      schema = either(schema, ApiDescription.ref(field.target().orElseThrow()));
    }
    if (schema.path("anyOf") instanceof ArrayNode forms && field.acceptsNull()) {
      forms.addObject().put("type", "null");
    } else if (field.acceptsNull()) {
      String type = schema.path("type").asText();
      schema.putArray("type").add(type).add("null");
      if (schema.path("enum") instanceof ArrayNode values) {
        values.addNull();
      }
    }
    return schema;
  }

  private static ObjectNode number(Limits limits) {
    ObjectNode schema = NODES.objectNode().put("type", "integer");
    if (limits.min() > Long.MIN_VALUE) {
      schema.put("minimum", limits.min());
    }
    if (limits.max() < Long.MAX_VALUE) {
      schema.put("maximum", limits.max());
    }
    return schema;
  }

  private static ObjectNode text(FieldType field) {
    ObjectNode schema = NODES.objectNode().put("type", "string");
    if (field.limits().maxLength() < Integer.MAX_VALUE) {
      schema.put("maxLength", field.limits().maxLength());
    }
    // Any optional text may be empty, whatever its syntax.
    if (field.required()) {
      schema.put("minLength", Math.max(1, field.limits().minLength()));
      field.syntax().ifPresent(syntax -> addFormat(schema, syntax));
    }
    return schema;
  }

  private static void addFormat(ObjectNode schema, Syntax syntax) {
    switch (syntax) {
      case IPV4 -> schema.put("format", "ipv4");
      case IPV6 -> schema.put("format", "ipv6");
      case HOSTNAME, FQDN -> schema.put("format", "hostname");
      case EMAIL -> schema.put("format", "email");
      case URL -> schema.put("format", "uri");
      default -> {}
    }
  }
}
