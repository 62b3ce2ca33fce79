package org.plenum.model.config.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;

/**
 * The JSON form of the store and of the replicas of nodes: secrets included, references as
 * identifiers, times as text with zone. Children are objects of their own and not part of it.
 *
 * <p>Reading is forgiving between releases: an unknown field is skipped, and an absent one gets its
 * default. Immutable.
 */
public final class ReplicaJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Writes an object. */
  public String write(ResourceType<?> type, Values object) {
    ObjectNode json = MAPPER.createObjectNode();
    for (FieldType field : type.fields()) {
      if (field.kind().isStored() && object.has(field.name())) {
        write(json, field.name(), object.get(field.name()));
      }
    }
    return json.toString();
  }

  private static void write(ObjectNode json, String name, @Nullable Object value) {
    switch (value) {
      case null -> json.putNull(name);
      case String text -> json.put(name, text);
      case Long number -> json.put(name, number);
      case Boolean flag -> json.put(name, flag);
      case Instant time -> json.put(name, time.toString());
      case List<?> list -> {
        ArrayNode array = json.putArray(name);
        for (Object element : list) {
          if (element instanceof Long id) {
            array.add(id);
          } else {
            array.add((String) element);
          }
        }
      }
      default -> throw new IllegalArgumentException(name + " has a value of " + value.getClass());
    }
  }

  /**
   * Reads an object.
   *
   * @throws CorruptObjectException if the text is not JSON, or a value has the wrong type
   */
  public Values read(ResourceType<?> type, String json) throws CorruptObjectException {
    JsonNode object = parse(type, json);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (FieldType field : type.fields()) {
      JsonNode node = object.get(field.name());
      if (node != null && field.kind().isStored()) {
        values.put(field.name(), value(type, field, node));
      }
    }
    return type.withDefaults(Values.of(values), Instant.EPOCH);
  }

  private static JsonNode parse(ResourceType<?> type, String json) throws CorruptObjectException {
    try {
      JsonNode node = MAPPER.readTree(json);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw new CorruptObjectException(type.name() + ": not JSON", e);
    }
    throw new CorruptObjectException(type.name() + ": not a JSON object");
  }

  private static @Nullable Object value(ResourceType<?> type, FieldType field, JsonNode node)
      throws CorruptObjectException {
    if (node.isNull()) {
      return null;
    }
    Object value = null;
    if (field.kind().isList() && node.isArray()) {
      List<Object> list = new ArrayList<>();
      for (JsonNode element : node) {
        list.add(scalar(type, field, field.kind() == Kind.REFERENCES, element));
      }
      value = List.copyOf(list);
    } else if (!field.kind().isList()) {
      value = scalar(type, field, isNumeric(field), node);
    }
    if (value == null) {
      throw new CorruptObjectException(type.name() + "." + field.name() + ": wrong type");
    }
    return value;
  }

  private static boolean isNumeric(FieldType field) {
    return field.kind() == Kind.INTEGER || field.kind() == Kind.REFERENCE;
  }

  private static Object scalar(
      ResourceType<?> type, FieldType field, boolean numeric, JsonNode node)
      throws CorruptObjectException {
    if (numeric && node.isIntegralNumber()) {
      return node.longValue();
    }
    if (field.kind() == Kind.BOOLEAN && node.isBoolean()) {
      return node.booleanValue();
    }
    if (field.kind() == Kind.TIME && node.isTextual()) {
      return time(type, field, node.textValue());
    }
    boolean textual = !numeric && field.kind() != Kind.BOOLEAN && field.kind() != Kind.TIME;
    if (textual && node.isTextual()) {
      return node.textValue();
    }
    throw new CorruptObjectException(type.name() + "." + field.name() + ": wrong type");
  }

  private static Instant time(ResourceType<?> type, FieldType field, String text)
      throws CorruptObjectException {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new CorruptObjectException(type.name() + "." + field.name() + ": not a time", e);
    }
  }
}
