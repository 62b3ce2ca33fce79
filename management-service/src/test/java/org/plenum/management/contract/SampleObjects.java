package org.plenum.management.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenum.management.testing.RestClient;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.FieldType.Condition;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.json.ApiJson;

/**
 * Objects of any resource, made from its declaration: values by kind, syntax and limits, references
 * to objects that are created for it, and only fields whose condition holds.
 */
final class SampleObjects {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ResourceCatalog catalog;
  private final RestClient client;
  private final SampleHints hints;
  private final SampleValues values = new SampleValues();
  private final Deque<String> created = new ArrayDeque<>();

  SampleObjects(ResourceCatalog catalog, RestClient client, SampleHints hints) {
    this.catalog = catalog;
    this.client = client;
    this.hints = hints;
  }

  /** The request for an object with nothing that could be left out. */
  ObjectNode minimal(ResourceType<?> type) {
    ObjectNode object = NODES.objectNode();
    type.fields().stream()
        .filter(field -> field.requiredInRequest() || hints.isNeeded(type, field))
        .forEach(field -> set(object, type, field));
    return object;
  }

  /** The request for an object with every field that can count. */
  ObjectNode full(ResourceType<?> type) {
    ObjectNode object = NODES.objectNode();
    List<FieldType> writable = type.fields().stream().filter(field -> !field.readOnly()).toList();
    for (FieldType field : writable) {
      mostUseful(type, field).ifPresent(value -> object.set(field.name(), value));
    }
    for (FieldType field : writable) {
      if (!object.has(field.name()) || hints.value(type, field, 1).isPresent()) {
        set(object, type, field);
      }
    }
    for (FieldType field : writable) {
      if (!counts(type, object, field)) {
        object.remove(field.name());
      }
    }
    return object;
  }

  /** The request for an object in which this field counts. */
  ObjectNode with(ResourceType<?> type, FieldType field, JsonNode value) {
    ObjectNode object = type.singleton() ? NODES.objectNode() : minimal(type);
    letCount(object, type, field);
    hints.companions(type, field).forEach(object::set);
    object.set(field.name(), value);
    return object;
  }

  /** For a field that decides whether others count: the value with which most of them do. */
  private static Optional<JsonNode> mostUseful(ResourceType<?> type, FieldType field) {
    return type.fields().stream()
        .flatMap(other -> other.conditions().stream())
        .filter(condition -> condition.field().equals(field.name()))
        .flatMap(condition -> condition.values().stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(
            Comparator.<Map.Entry<String, Long>>comparingLong(Map.Entry::getValue)
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .map(wire -> literal(field, wire));
  }

  private boolean counts(ResourceType<?> type, ObjectNode object, FieldType field) {
    Values given = new ApiJson(catalog).read(type, object).values();
    return type.counts(field, type.withDefaults(given, Instant.EPOCH));
  }

  /** Gives other fields the values with which this one counts. */
  private static void letCount(ObjectNode object, ResourceType<?> type, FieldType field) {
    for (Condition condition : field.conditions().stream().limit(1).toList()) {
      FieldType other = type.field(condition.field()).orElseThrow();
      letCount(object, type, other);
      object.set(other.name(), literal(other, condition.values().getFirst()));
    }
  }

  private static JsonNode literal(FieldType field, String wire) {
    return field.kind() == Kind.BOOLEAN
        ? NODES.booleanNode(Boolean.parseBoolean(wire))
        : NODES.textNode(wire);
  }

  private void set(ObjectNode object, ResourceType<?> type, FieldType field) {
    JsonNode value = value(type, field);
    if (value.isMissingNode()) {
      object.remove(field.name());
    } else {
      object.set(field.name(), value);
    }
  }

  /** A value for a field; missing if it is to be left out. */
  JsonNode value(ResourceType<?> type, FieldType field) {
    Optional<JsonNode> hint = hints.value(type, field, values.next());
    if (hint.isPresent()) {
      return hint.get();
    }
    return switch (field.kind()) {
      case REFERENCE -> NODES.textNode(target(field));
      case REFERENCES, INVERSE -> NODES.arrayNode().add(target(field));
      case CHILDREN -> NODES.arrayNode().add(child(field));
      default -> values.of(field);
    };
  }

  private ObjectNode child(FieldType list) {
    ResourceType<?> type = catalog.target(list);
    String owner = list.owner().orElseThrow().by();
    ObjectNode child = NODES.objectNode();
    type.fields().stream()
        .filter(field -> field.requiredInRequest() && !field.name().equals(owner))
        .forEach(field -> set(child, type, field));
    return child;
  }

  private String target(FieldType field) {
    ResourceType<?> type = catalog.target(field);
    return type.managed() || type.singleton() ? existing(type) : create(type, minimal(type));
  }

  /** Address of the first object that the platform made. */
  private String existing(ResourceType<?> type) {
    return json(client.get(type.path() + "?limit=1"))
        .path("objects")
        .path(0)
        .path("resource_uri")
        .asText();
  }

  /** Adds an object and gives its address. */
  String create(ResourceType<?> type, ObjectNode object) {
    String address =
        Optional.ofNullable(hints.detours().get(type.name()))
            .map(detour -> detour.apply(client, object))
            .orElseGet(() -> post(type, object));
    created.push(address);
    return address;
  }

  private String post(ResourceType<?> type, ObjectNode object) {
    HttpResponse<String> answer = client.send("POST", type.path(), object.toString());
    assertThat(answer.statusCode())
        .as("%s: %s for %s", type.name(), answer.body(), object)
        .isEqualTo(201);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.indexOf(type.path()));
  }

  /**
   * Deletes what was created, the last first; what others were made to refer to later goes when
   * they are gone.
   */
  void deleteAll() {
    int before;
    do {
      before = created.size();
      created.removeIf(address -> client.delete(address).statusCode() != 409);
    } while (!created.isEmpty() && created.size() < before);
    created.clear();
  }
}
