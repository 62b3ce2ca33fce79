package org.plenum.model.config.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.StoredValues;
import org.plenum.model.config.Values;

/**
 * The JSON form of the management API: references as resource URIs, times in UTC without zone,
 * {@code id} and {@code resource_uri} in every object, secrets left out. Immutable.
 */
public final class ApiJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ResourceCatalog catalog;
  private final ApiReader reader;

  /** For the resources of a catalogue. */
  public ApiJson(ResourceCatalog catalog) {
    this.catalog = catalog;
    this.reader = new ApiReader(catalog);
  }

  /**
   * Reads the object of a request. Fields that it does not carry are absent from the result;
   * read-only fields, {@code id} and {@code resource_uri} become claims, so that an object can be
   * sent back as it was read.
   */
  public Parsed read(ResourceType<?> type, JsonNode object) {
    return read(type, object, Permissions.ALL);
  }

  /**
   * Reads the object of a request of somebody with these permissions, who cannot write through an
   * inverse list what he may not write itself: such a list becomes a claim, or a violation if he
   * may not even view it.
   */
  public Parsed read(ResourceType<?> type, JsonNode object, Permissions permissions) {
    return reader.read(type, object, permissions);
  }

  /**
   * Reads an object that the platform wrote, with the fields that only the platform sets. What this
   * release does not know, or cannot read any more, is reported and left out.
   */
  public Parsed readWhole(ResourceType<?> type, JsonNode object) {
    return reader.readWhole(type, object);
  }

  /** Writes an object for a response. */
  public ObjectNode write(ResourceType<?> type, long id, Values object, RelatedObjects related) {
    return write(type, id, object, related, type.fields());
  }

  /** Writes an object inside another: short, and without objects of its own. */
  private ObjectNode writeEmbedded(ResourceType<?> type, long id, Values object) {
    List<FieldType> fields = type.fields().stream().filter(field -> !field.notEmbedded()).toList();
    return write(type, id, object, RelatedObjects.NONE, fields);
  }

  private ObjectNode write(
      ResourceType<?> type,
      long id,
      Values object,
      RelatedObjects related,
      List<FieldType> fields) {
    ObjectNode json = NODES.objectNode();
    json.put("id", id);
    for (FieldType field : fields) {
      if (field.kind() == Kind.CHILDREN) {
        json.set(field.name(), children(field, id, related));
      } else if (field.kind() == Kind.INVERSE) {
        related
            .inverse(catalog.targets(field), field, id)
            .ifPresent(listed -> json.set(field.name(), inverse(field, listed, related)));
      } else if (!field.secret() && object.has(field.name())) {
        json.set(field.name(), value(field, object.get(field.name()), related));
      }
    }
    json.put("resource_uri", type.uri(id));
    return json;
  }

  private ArrayNode children(FieldType field, long owner, RelatedObjects related) {
    ResourceType<?> type = catalog.target(field);
    ArrayNode list = NODES.arrayNode();
    for (StoredValues child : related.children(type, field, owner)) {
      list.add(write(type, child.id(), child.values(), RelatedObjects.NONE));
    }
    return list;
  }

  private ArrayNode inverse(FieldType field, List<ObjectId> listed, RelatedObjects related) {
    ArrayNode list = NODES.arrayNode();
    for (ObjectId object : listed) {
      ResourceType<?> type = catalog.find(object.resource()).orElseThrow();
      JsonNode shown = reference(field, type, object.id(), related);
      if (shown instanceof ObjectNode whole) {
        // That it refers to this object goes without saying, and to how many others may be much.
        whole.remove(field.owner().orElseThrow().by());
      }
      list.add(shown);
    }
    return list;
  }

  private JsonNode value(FieldType field, @Nullable Object value, RelatedObjects related) {
    if (value == null) {
      return NODES.nullNode();
    }
    return switch (field.kind()) {
      case TEXT, CHOICE -> NODES.textNode((String) value);
      case INTEGER -> NODES.numberNode((Long) value);
      case BOOLEAN -> NODES.booleanNode((Boolean) value);
      case TIME -> NODES.textNode(ApiTime.write((Instant) value));
      case REFERENCE -> reference(field, catalog.target(field), (Long) value, related);
      case TEXTS, CHOICES, REFERENCES -> list(field, (List<?>) value, related);
      case CHILDREN, INVERSE ->
          throw new IllegalArgumentException(field.name() + " is not in the object");
    };
  }

  private ArrayNode list(FieldType field, List<?> values, RelatedObjects related) {
    ArrayNode list = NODES.arrayNode();
    for (Object value : values) {
      if (field.kind() == Kind.REFERENCES) {
        list.add(reference(field, catalog.target(field), (Long) value, related));
      } else if (field.embedded()) {
        list.addObject().put("value", (String) value);
      } else {
        list.add((String) value);
      }
    }
    return list;
  }

  private JsonNode reference(
      FieldType field, ResourceType<?> target, long id, RelatedObjects related) {
    if (!field.embedded()) {
      return NODES.textNode(target.uri(id));
    }
    return related
        .find(target, id)
        .<JsonNode>map(object -> writeEmbedded(target, id, object))
        .orElseGet(() -> NODES.textNode(target.uri(id)));
  }
}
