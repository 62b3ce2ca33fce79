package org.plenum.management.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceType;

/**
 * By what an object is known in a text, where identifiers mean nothing: its title; where the
 * resource declares none, its first unique field; else all its simple values.
 */
final class NaturalKey {
  private NaturalKey() {}

  /** The field that the key is taken from; empty if it is taken from all. */
  static Optional<FieldType> field(ResourceType<?> type) {
    return type.titleField()
        .flatMap(type::field)
        .filter(NaturalKey::isSimple)
        .or(
            () ->
                type.fields().stream()
                    .filter(field -> field.unique() && isSimple(field) && !field.readOnly())
                    .findFirst());
  }

  /** The key of an object in its form in a text; two objects may have the same. */
  static String of(ResourceType<?> type, JsonNode object) {
    if (type.singleton()) {
      return type.name();
    }
    return field(type)
        .map(field -> object.path(field.name()).asText())
        .filter(key -> !key.isEmpty())
        .orElseGet(() -> allValues(type, object));
  }

  private static String allValues(ResourceType<?> type, JsonNode object) {
    Map<String, String> values = new TreeMap<>();
    for (FieldType field : type.fields()) {
      JsonNode value = object.path(field.name());
      if (isSimple(field) && value.isValueNode() && !value.isNull()) {
        values.put(field.name(), value.asText());
      }
    }
    return values.toString();
  }

  private static boolean isSimple(FieldType field) {
    return !field.secret()
        && (field.kind() == Kind.TEXT
            || field.kind() == Kind.INTEGER
            || field.kind() == Kind.CHOICE
            || field.kind() == Kind.BOOLEAN);
  }
}
