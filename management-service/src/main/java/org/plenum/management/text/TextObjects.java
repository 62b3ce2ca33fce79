package org.plenum.management.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.json.ApiTime;

/** Objects in the form of the text, without their children. Immutable. */
final class TextObjects {
  /** What stands for a secret that is set: {@code {secret: kept}}. */
  static final ObjectNode KEPT = JsonNodeFactory.instance.objectNode().put("secret", "kept");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ResourceCatalog catalog;
  private final Ownerships ownerships;

  /** What an object is called where others refer to it. */
  @FunctionalInterface
  interface Names {
    String of(ResourceType<?> type, long id);
  }

  TextObjects(ResourceCatalog catalog, Ownerships ownerships) {
    this.catalog = catalog;
    this.ownerships = ownerships;
  }

  /** All fields that an administrator sets and that differ from their default, and the key. */
  ObjectNode write(ResourceType<?> type, Values object, Names names) {
    ObjectNode node = NODES.objectNode();
    for (FieldType field : type.fields()) {
      boolean isKey = NaturalKey.field(type).filter(field::equals).isPresent();
      if (isWritten(type, field) || isKey) {
        Object value = object.get(field.name());
        if (isKey || !isDefault(field, value)) {
          node.set(field.name(), write(field, value, names));
        }
      }
    }
    return node;
  }

  /** Whether the text has the field. */
  boolean isWritten(ResourceType<?> type, FieldType field) {
    return !field.readOnly() && field.kind().isStored() && !ownerships.isPlace(type, field);
  }

  private static boolean isDefault(FieldType field, @Nullable Object value) {
    if (field.secret()) {
      return value == null || value.equals("");
    }
    return field
        .fallback()
        .filter(fallback -> !fallback.isNow() && Objects.equals(fallback.value(), value))
        .isPresent();
  }

  /** A value in the form of the text. */
  JsonNode write(FieldType field, @Nullable Object value, Names names) {
    if (field.secret()) {
      return value == null || value.equals("") ? NODES.nullNode() : KEPT;
    }
    return switch (value) {
      case null -> NODES.nullNode();
      case Long id when field.kind() == Kind.REFERENCE ->
          NODES.textNode(names.of(catalog.target(field), id));
      case String text -> NODES.textNode(text);
      case Long number -> NODES.numberNode(number);
      case Boolean flag -> NODES.booleanNode(flag);
      case Instant time -> NODES.textNode(ApiTime.write(time));
      case List<?> list -> {
        ArrayNode array = NODES.arrayNode();
        for (Object element : list) {
          array.add(
              element instanceof Long id
                  ? names.of(catalog.target(field), id)
                  : String.valueOf(element));
        }
        yield array;
      }
      default -> throw new IllegalArgumentException(field.name() + " has no form in the text");
    };
  }
}
