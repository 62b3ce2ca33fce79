package org.plenum.management.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plenum.management.query.Attribute;

/**
 * A field of a status resource.
 *
 * @param name wire name
 * @param type type of its values
 * @param help meaning, for the schema
 */
record StatusField(String name, Attribute.Type type, String help) {

  static StatusField text(String name, String help) {
    return new StatusField(name, Attribute.Type.TEXT, help);
  }

  static StatusField flag(String name, String help) {
    return new StatusField(name, Attribute.Type.BOOLEAN, help);
  }

  static StatusField whole(String name, String help) {
    return new StatusField(name, Attribute.Type.INTEGER, help);
  }

  static StatusField number(String name, String help) {
    return new StatusField(name, Attribute.Type.NUMBER, help);
  }

  static StatusField time(String name, String help) {
    return new StatusField(name, Attribute.Type.TIME, help);
  }

  /** Type as the schema endpoint names it. */
  String schemaType() {
    return switch (type) {
      case TEXT -> "string";
      case INTEGER, LENGTH -> "integer";
      case NUMBER -> "float";
      case BOOLEAN -> "boolean";
      case TIME -> "datetime";
      case REFERENCE, REFERENCES -> "related";
    };
  }

  /** Form of its values, for the description of the API. */
  ObjectNode jsonSchema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    switch (type) {
      case INTEGER -> schema.put("type", "integer");
      case NUMBER -> schema.put("type", "number");
      case BOOLEAN -> schema.put("type", "boolean");
      case TIME -> schema.putArray("type").add("string").add("null");
      case TEXT, REFERENCE, REFERENCES -> schema.put("type", "string");
    }
    return schema.put("description", help);
  }
}
