package org.plenum.management.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeResult.Rejection;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.ResourceUri;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.ApiJson;

/** Turns writing requests into change sets. */
final class ConfigurationWrites {
  private static final String OBJECTS = "objects";
  private static final String DELETED = "deleted_objects";

  private final ChangeSets changeSets;
  private final ConfigurationReads reads;
  private final ApiJson json;

  ConfigurationWrites(ResourceCatalog catalog, ChangeSets changeSets, ConfigurationReads reads) {
    this.changeSets = changeSets;
    this.reads = reads;
    this.json = new ApiJson(catalog);
  }

  RestResponse create(ResourceType<?> type, RestRequest request) {
    Operation create = new Operation.Create(type.name(), json.read(type, request.json()));
    StoredObject created = apply(type, request, create).objects().getFirst().orElseThrow();
    return RestResponse.empty(201)
        .with("Location", request.origin() + type.uri(created.id()))
        .with("ETag", EntityTag.of(created.revision()));
  }

  RestResponse update(ResourceType<?> type, long id, RestRequest request) {
    OptionalLong expected = EntityTag.expected(request);
    apply(
        type,
        request,
        new Operation.Update(type.name(), id, json.read(type, request.json()), expected));
    return reads.find(type, id, 202, request);
  }

  RestResponse replace(ResourceType<?> type, long id, RestRequest request) {
    OptionalLong expected = EntityTag.expected(request);
    apply(
        type,
        request,
        new Operation.Replace(type.name(), id, json.read(type, request.json()), expected));
    return reads.find(type, id, 200, request);
  }

  RestResponse delete(ResourceType<?> type, long id, RestRequest request) {
    apply(type, request, new Operation.Delete(type.name(), id, EntityTag.expected(request)));
    return RestResponse.empty(204);
  }

  /** Several objects at once: all or none; deletions come first and so make names free. */
  RestResponse bulk(ResourceType<?> type, RestRequest request) {
    if (request.header("If-Match").isPresent()) {
      throw RestException.of(
          400,
          "If-Match goes with single objects: a list has no entity tag. Change them one by one.");
    }
    JsonNode body = request.json();
    List<Operation> operations = new ArrayList<>();
    List<String> places = new ArrayList<>();
    int index = 0;
    for (JsonNode deleted : array(type, body, DELETED)) {
      places.add("%s[%d]".formatted(DELETED, index++));
      operations.add(
          new Operation.Delete(
              type.name(), id(type, places.getLast(), deleted), OptionalLong.empty()));
    }
    index = 0;
    for (JsonNode object : array(type, body, OBJECTS)) {
      places.add("%s[%d]".formatted(OBJECTS, index++));
      operations.add(operation(type, places.getLast(), object));
    }
    if (operations.isEmpty()) {
      throw RestException.of(400, "Send the list 'objects', 'deleted_objects' or both.");
    }
    if (operations.size() > ChangeSets.MAX_OPERATIONS) {
      throw RestException.of(
          413, "At most %d objects at once.".formatted(ChangeSets.MAX_OPERATIONS));
    }
    apply(type, request, operations, places::get);
    return RestResponse.empty(202);
  }

  private Operation operation(ResourceType<?> type, String place, JsonNode object) {
    JsonNode reference = object.has("resource_uri") ? object.get("resource_uri") : object.get("id");
    return reference == null
        ? new Operation.Create(type.name(), json.read(type, object))
        : new Operation.Update(
            type.name(), id(type, place, reference), json.read(type, object), OptionalLong.empty());
  }

  private static JsonNode array(ResourceType<?> type, JsonNode body, String name) {
    JsonNode array = body.path(name);
    if (!array.isMissingNode() && !array.isArray()) {
      throw RestException.invalid(type.name(), Violations.of(name, "Enter a list of objects."));
    }
    return array;
  }

  private static long id(ResourceType<?> type, String place, JsonNode reference) {
    return ResourceUri.parse(type.name(), reference.asText())
        .orElseThrow(
            () ->
                RestException.invalid(
                    type.name(),
                    Violations.of(place, "Enter the address of a " + type.label() + ".")));
  }

  /** Applies the one operation that a request is. */
  Accepted apply(ResourceType<?> type, RestRequest request, Operation operation) {
    return apply(type, request, List.of(operation), index -> "");
  }

  /**
   * Applies operations.
   *
   * @param place where the operation with an index stands in the request; empty: it is the request
   */
  private Accepted apply(
      ResourceType<?> type,
      RestRequest request,
      List<Operation> operations,
      IntFunction<String> place) {
    ChangeResult result = changeSets.apply(request.author(), ChangeSource.REST, operations);
    return switch (result) {
      case Accepted accepted -> accepted;
      case Rejected rejected -> throw refused(type, rejected.rejections(), place);
    };
  }

  private static RestException refused(
      ResourceType<?> type, List<Rejection> rejections, IntFunction<String> place) {
    Violations violations = Violations.NONE;
    for (Rejection rejection : rejections) {
      String where = place.apply(rejection.operation());
      if (where.isEmpty() && rejection.reason() == Reason.ABSENT) {
        return RestException.notFound();
      }
      if (where.isEmpty() && rejection.reason() == Reason.STALE) {
        return RestException.of(
            412, "This %s has been changed in the meantime.".formatted(type.label()));
      }
      Violations found = rejection.violations();
      violations = violations.and(where.isEmpty() ? found : found.within(where));
    }
    boolean inUse = rejections.stream().allMatch(one -> one.reason() == Reason.IN_USE);
    return inUse
        ? RestException.conflict(type.name(), violations)
        : RestException.invalid(type.name(), violations);
  }
}
