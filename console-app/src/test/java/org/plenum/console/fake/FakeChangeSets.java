package org.plenum.console.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plenum.model.config.Child;
import org.plenum.model.config.ChildChange;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.Merge;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.StoredValues;
import org.plenum.model.config.Validator;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.ApiJson;
import org.plenum.model.config.json.Parsed;
import org.plenum.rpc.console.ChangeSetReply;
import org.plenum.rpc.console.ChangeSetRequest;
import org.plenum.rpc.console.ConfigurationObject;
import org.plenum.rpc.console.HistoryEntry;
import org.plenum.rpc.console.ObjectLabel;
import org.plenum.rpc.console.Operation;

/** Makes changes with the rules of the real declarations, all or none, and remembers them. */
final class FakeChangeSets {
  private final FakeObjects objects;
  private final FakeMessages messages;
  private final ApiJson json;
  private final Validator validator;
  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<ObjectId, List<HistoryEntry>> history = new HashMap<>();

  FakeChangeSets(FakeObjects objects, FakeMessages messages) {
    this.objects = objects;
    this.messages = messages;
    this.json = new ApiJson(objects.catalog());
    this.validator = new Validator(objects.catalog());
  }

  ChangeSetReply apply(ChangeSetRequest request) {
    ChangeSetReply.Builder answer = ChangeSetReply.newBuilder();
    Map<String, TreeMap<Long, Values>> before = objects.copy();
    objects.nextVersion();
    for (int i = 0; i < request.getOperationsCount(); i++) {
      List<Runnable> changes = new ArrayList<>();
      Violations violations = prepare(request.getOperations(i), changes, answer);
      if (violations.isEmpty()) {
        // The next operation sees what this one did.
        changes.forEach(Runnable::run);
      } else {
        answer.addErrors(FakeMessages.errors(i, violations));
      }
    }
    if (answer.getErrorsCount() > 0) {
      objects.restore(before);
    } else {
      answer.setVersion(objects.version());
    }
    return answer.build();
  }

  /** What was changed of an object, newest first. */
  List<HistoryEntry> history(String resource, long id) {
    return history.getOrDefault(new ObjectId(resource, id), List.of()).reversed();
  }

  private Violations prepare(
      Operation operation, List<Runnable> changes, ChangeSetReply.Builder answer) {
    ResourceType<?> type = objects.type(operation.getResource());
    if (operation.getKind() == Operation.Kind.DELETE) {
      return prepareDeletion(type, operation.getId(), changes, answer);
    }
    Parsed parsed = parse(type, operation.getJson());
    boolean create = operation.getKind() == Operation.Kind.CREATE;
    long id = create ? objects.newId() : operation.getId();
    if (!create
        && operation.getExpectedRevision() != 0
        && operation.getExpectedRevision() != objects.revision(type, id)) {
      return Violations.of(Violations.WHOLE_OBJECT, "Somebody else has changed it meanwhile.");
    }
    Values plain = type.stored(parsed.values());
    Values before = create ? Values.EMPTY : objects.of(type).get(id);
    Values complete =
        create
            ? type.withDefaults(plain, FakeObjects.NOW)
            : Merge.patch(type, before, plain).values();
    Violations.Builder violations = new Violations.Builder();
    violations.addAll(parsed.violations());
    violations.addAll(validator.validate(type, create ? 0 : id, complete, objects.snapshot()));
    List<Runnable> childChanges = new ArrayList<>();
    for (FieldType field : type.childFields()) {
      if (parsed.values().has(field.name())) {
        violations.addAll(prepareChildren(type, id, field, parsed.values(), childChanges));
      }
    }
    if (!violations.isEmpty()) {
      return violations.build();
    }
    changes.add(
        () -> {
          objects.put(type, id, complete);
          childChanges.forEach(Runnable::run);
          writeInverse(type, id, parsed.values());
          record(type, id, create ? "create" : "update", before, complete);
          answer.addObjects(messages.object(type, id));
        });
    return Violations.NONE;
  }

  private Violations prepareDeletion(
      ResourceType<?> type, long id, List<Runnable> changes, ChangeSetReply.Builder answer) {
    List<ObjectLabel> blocking = messages.blocking(type, id);
    if (!blocking.isEmpty()) {
      return Violations.of(
          Violations.WHOLE_OBJECT, "It is used by " + blocking.getFirst().getLabel() + ".");
    }
    changes.add(() -> objects.delete(type, id));
    answer.addObjects(ConfigurationObject.newBuilder().setResource(type.name()).setId(id));
    return Violations.NONE;
  }

  @SuppressWarnings("unchecked") // the reader makes children of lists of children
  private Violations prepareChildren(
      ResourceType<?> owner, long id, FieldType field, Values request, List<Runnable> changes) {
    ResourceType<?> type = objects.catalog().target(field);
    Violations.Builder violations = new Violations.Builder();
    List<StoredValues> present = objects.children(type, field, id);
    for (ChildChange change :
        ChildChange.between(id, field, (List<Child>) request.list(field.name()), present)) {
      switch (change) {
        case ChildChange.Created created -> {
          Values values = type.withDefaults(created.values(), FakeObjects.NOW);
          long childId = objects.newId();
          violations.addAll(
              checkChild(owner, type, 0, values)
                  .within(field.name() + "[" + created.index() + "]"));
          changes.add(() -> objects.of(type).put(childId, values));
        }
        case ChildChange.Updated updated -> {
          Values values = objects.of(type).get(updated.id()).with(updated.patch());
          violations.addAll(
              checkChild(owner, type, updated.id(), values)
                  .within(field.name() + "[" + updated.index() + "]"));
          changes.add(() -> objects.of(type).put(updated.id(), values));
        }
        case ChildChange.Deleted deleted ->
            changes.add(() -> objects.of(type).remove(deleted.id()));
      }
    }
    return violations.build();
  }

  private Violations checkChild(
      ResourceType<?> owner, ResourceType<?> type, long id, Values values) {
    Violations all = validator.validate(type, id, values, objects.snapshot());
    // The owner is only about to exist.
    Map<String, List<String>> remaining = new HashMap<>(all.messages());
    remaining.remove(owner.name());
    return new Violations(remaining);
  }

  /** Changes the objects that refer, without their rules. */
  private void writeInverse(ResourceType<?> owner, long id, Values request) {
    for (FieldType list : owner.inverseFields()) {
      if (request.has(list.name())) {
        List<?> wanted = request.list(list.name());
        List<ResourceType<?>> types = objects.catalog().targets(list);
        objects.listed(types, list, id).stream()
            .filter(object -> !wanted.contains(object))
            .forEach(object -> refer(list, object, id, false));
        wanted.stream()
            .filter(object -> !objects.listed(types, list, id).contains(object))
            .forEach(object -> refer(list, (ObjectId) object, id, true));
      }
    }
  }

  private void refer(FieldType list, ObjectId object, long owner, boolean listed) {
    String by = list.owner().orElseThrow().by();
    ResourceType<?> type = objects.type(object.resource());
    Values values = objects.of(type).get(object.id());
    List<Object> references = new ArrayList<>(values.list(by));
    references.remove((Object) owner);
    if (listed) {
      references.add(owner);
    }
    boolean single = type.field(by).orElseThrow().kind() == Kind.REFERENCE;
    Object value = single ? listed ? owner : null : List.copyOf(references);
    objects.put(type, object.id(), values.with(by, value));
  }

  private Parsed parse(ResourceType<?> type, String text) {
    try {
      return json.read(type, mapper.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void record(ResourceType<?> type, long id, String kind, Values before, Values after) {
    long version = objects.version();
    history
        .computeIfAbsent(new ObjectId(type.name(), id), k -> new ArrayList<>())
        .add(
            HistoryEntry.newBuilder()
                .setVersion(version)
                .setTime(FakeObjects.NOW.toEpochMilli() + version * 60_000)
                .setAuthor("admin")
                .setSource("console")
                .setKind(kind)
                .setBeforeJson(before.names().isEmpty() ? "" : messages.json(type, id, before))
                .setAfterJson(messages.json(type, id, after))
                .build());
  }
}
