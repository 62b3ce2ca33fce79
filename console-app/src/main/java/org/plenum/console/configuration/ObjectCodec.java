package org.plenum.console.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.plenum.model.config.Child;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.json.ApiJson;
import org.plenum.model.config.json.RelatedObjects;

/** Objects between the JSON form of the API and {@link Values}. Immutable. */
final class ObjectCodec {
  private final ObjectMapper mapper = new ObjectMapper();
  private final ResourceCatalog catalog;
  private final ApiJson api;

  ObjectCodec(ResourceCatalog catalog) {
    this.catalog = catalog;
    this.api = new ApiJson(catalog);
  }

  /** Reads an object of the server, with the fields that only the platform sets. */
  Values read(ResourceType<?> type, String json) {
    return api.readWhole(type, parse(json)).values();
  }

  /** Writes the fields that are present, children and secrets too. */
  String write(ResourceType<?> type, Values values) {
    return object(type, values).toString();
  }

  private ObjectNode object(ResourceType<?> type, Values values) {
    ObjectNode json = api.write(type, 0, type.stored(values), RelatedObjects.NONE);
    json.remove(List.of("id", "resource_uri"));
    for (FieldType field : type.fields()) {
      if (field.kind() == Kind.CHILDREN) {
        json.remove(field.name());
        if (values.has(field.name())) {
          json.set(field.name(), children(field, values.list(field.name())));
        }
      } else if (field.kind() == Kind.INVERSE) {
        if (values.has(field.name())) {
          ArrayNode list = json.putArray(field.name());
          values.list(field.name()).forEach(object -> list.add(((ObjectId) object).uri()));
        }
      } else if (field.secret() && values.has(field.name())) {
        // The API's own form leaves secrets out; here one is being set.
        json.put(field.name(), values.text(field.name()));
      }
    }
    return json;
  }

  private ArrayNode children(FieldType field, List<?> children) {
    ArrayNode list = mapper.createArrayNode();
    for (Object element : children) {
      Child child = (Child) element;
      ObjectNode json = object(catalog.target(field), child.values());
      if (child.id() != null) {
        json.put("id", child.id());
      }
      list.add(json);
    }
    return list;
  }

  private JsonNode parse(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the server sent an object that is not JSON", e);
    }
  }
}
