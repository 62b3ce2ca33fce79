package org.plenum.management.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.plenum.management.advice.Advisor;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeResult.Rejection;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.procedure.Initiator;
import org.plenum.management.procedure.Procedure;
import org.plenum.management.procedure.Procedures;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.ResourceUri;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.ApiJson;
import org.plenum.model.config.json.Parsed;

/** Turns writing requests into change sets. */
final class ConfigurationWrites {
  private static final String OBJECTS = "objects";
  private static final String DELETED = "deleted_objects";

  private final ChangeSets changeSets;
  private final Procedures procedures;
  private final Advisor advisor;
  private final ConfigurationReads reads;
  private final ApiJson json;

  ConfigurationWrites(
      ResourceCatalog catalog,
      ChangeSets changeSets,
      Procedures procedures,
      Advisor advisor,
      ConfigurationReads reads) {
    this.changeSets = changeSets;
    this.procedures = procedures;
    this.advisor = advisor;
    this.reads = reads;
    this.json = new ApiJson(catalog);
  }

  /** What is made may stand for what was wanted; the address tells. */
  RestResponse create(ResourceType<?> type, RestRequest request) {
    Parsed object = read(type, request, request.json());
    Optional<Procedure.Creation> creation = procedures.creation(type);
    Accepted made =
        creation.isPresent()
            ? accepted(type, creation.get().create(initiator(request), object), index -> "")
            : apply(type, request, new Operation.Create(type.name(), object));
    return advised(request, there(request, made), type, made, index -> "");
  }

  /** Has an object do what it can do; the request has one field, which tells what or with what. */
  RestResponse perform(ResourceType<?> type, long id, RestRequest request) {
    reads.require(type, id);
    Procedure.Action action = procedures.action(type).orElseThrow();
    JsonNode body = request.json();
    JsonNode value = body.path(action.field());
    if (body.size() != 1 || !value.isTextual() || !action.allows(value.asText())) {
      throw RestException.invalid(
          type.name(),
          Violations.of(action.field(), "Send this field and nothing else: " + action.help()));
    }
    Accepted done =
        accepted(
            type,
            action.performance().perform(initiator(request), id, value.asText()),
            index -> "");
    return there(request, done);
  }

  private static Initiator initiator(RestRequest request) {
    return new Initiator(request.author(), ChangeSource.REST);
  }

  /** Says where to find what is there now. */
  private static RestResponse there(RestRequest request, Accepted accepted) {
    return accepted
        .objects()
        .getFirst()
        .map(
            object ->
                RestResponse.empty(201)
                    .with("Location", request.origin() + object.type().uri(object.id()))
                    .with("ETag", EntityTag.of(object.revision())))
        .orElseGet(() -> RestResponse.empty(204));
  }

  RestResponse update(ResourceType<?> type, long id, RestRequest request) {
    OptionalLong expected = EntityTag.expected(request);
    Accepted saved =
        apply(
            type,
            request,
            new Operation.Update(type.name(), id, read(type, request, request.json()), expected));
    return advised(request, reads.find(type, id, 202, request), type, saved, index -> "");
  }

  RestResponse replace(ResourceType<?> type, long id, RestRequest request) {
    OptionalLong expected = EntityTag.expected(request);
    Accepted saved =
        apply(
            type,
            request,
            new Operation.Replace(type.name(), id, read(type, request, request.json()), expected));
    return advised(request, reads.find(type, id, 200, request), type, saved, index -> "");
  }

  RestResponse delete(ResourceType<?> type, long id, RestRequest request) {
    OptionalLong expected = EntityTag.expected(request);
    Optional<Procedure.Removal> removal = procedures.removal(type);
    if (removal.isPresent()) {
      accepted(type, removal.get().remove(initiator(request), id, expected), index -> "");
    } else {
      apply(type, request, new Operation.Delete(type.name(), id, expected));
    }
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
      operations.add(operation(type, request, places.getLast(), object));
    }
    if (operations.isEmpty()) {
      throw RestException.of(400, "Send the list 'objects', 'deleted_objects' or both.");
    }
    if (operations.size() > ChangeSets.MAX_OPERATIONS) {
      throw RestException.of(
          413, "At most %d objects at once.".formatted(ChangeSets.MAX_OPERATIONS));
    }
    Accepted saved = apply(type, request, operations, places::get);
    return advised(request, RestResponse.empty(202), type, saved, places::get);
  }

  private Operation operation(
      ResourceType<?> type, RestRequest request, String place, JsonNode object) {
    JsonNode reference = object.has("resource_uri") ? object.get("resource_uri") : object.get("id");
    return reference == null
        ? new Operation.Create(type.name(), read(type, request, object))
        : new Operation.Update(
            type.name(),
            id(type, place, reference),
            read(type, request, object),
            OptionalLong.empty());
  }

  private Parsed read(ResourceType<?> type, RestRequest request, JsonNode object) {
    return json.read(type, object, request.permissions());
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
    return accepted(type, changeSets.apply(request.author(), ChangeSource.REST, operations), place);
  }

  private RestResponse advised(
      RestRequest request,
      RestResponse response,
      ResourceType<?> type,
      Accepted saved,
      IntFunction<String> place) {
    List<Violations> advice = advisor.on(saved, request.permissions());
    Violations.Builder all = new Violations.Builder();
    for (int index = 0; index < advice.size(); index++) {
      all.addAll(within(place.apply(index), advice.get(index)));
    }
    return AdviceHeader.in(response, type, all.build());
  }

  private static Violations within(String place, Violations violations) {
    return place.isEmpty() ? violations : violations.within(place);
  }

  private static Accepted accepted(
      ResourceType<?> type, ChangeResult result, IntFunction<String> place) {
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
      violations = violations.and(within(where, rejection.violations()));
    }
    boolean inUse = rejections.stream().allMatch(one -> one.reason() == Reason.IN_USE);
    return inUse
        ? RestException.conflict(type.name(), violations)
        : RestException.invalid(type.name(), violations);
  }
}
