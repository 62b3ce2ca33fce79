package org.plenum.management.console;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeResult.Rejection;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.procedure.Initiator;
import org.plenum.management.procedure.Procedure;
import org.plenum.management.procedure.Procedures;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.ApiJson;
import org.plenum.model.config.json.Parsed;
import org.plenum.rpc.console.ChangeSetReply;
import org.plenum.rpc.console.ChangeSetRequest;
import org.plenum.rpc.console.ConfigurationObject;
import org.plenum.rpc.console.OperationErrors;

/** Takes change sets of consoles to the door, and their outcome back. */
final class ChangeRequests {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(32).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ConfigurationStore store;
  private final ChangeSets changeSets;
  private final Procedures procedures;
  private final ApiJson apiJson;
  private final ObjectWriter writer;

  ChangeRequests(
      ConfigurationStore store, ChangeSets changeSets, Procedures procedures, ObjectWriter writer) {
    this.store = store;
    this.changeSets = changeSets;
    this.procedures = procedures;
    this.apiJson = new ApiJson(store.catalog());
    this.writer = writer;
  }

  ChangeSetReply apply(String author, ChangeSetRequest request) {
    int count = request.getOperationsCount();
    if (count == 0 || count > ChangeSets.MAX_OPERATIONS) {
      throw Status.INVALID_ARGUMENT
          .withDescription("operations: send 1 to %d".formatted(ChangeSets.MAX_OPERATIONS))
          .asRuntimeException();
    }
    List<Operation> operations = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      operations.add(operation(index, request.getOperations(index)));
    }
    return operations.size() == 1
        ? alone(author, operations.getFirst())
        : apply(author, operations);
  }

  /** Some objects come and go in ways of their own. */
  private ChangeSetReply alone(String author, Operation operation) {
    Initiator by = new Initiator(author, ChangeSource.CONSOLE);
    Optional<ResourceType<?>> type = store.catalog().find(operation.resource());
    Optional<ChangeResult> result =
        switch (operation) {
          case Operation.Create create ->
              type.flatMap(procedures::creation).map(own -> own.create(by, create.object()));
          case Operation.Delete delete ->
              type.flatMap(procedures::removal)
                  .map(own -> own.remove(by, delete.id(), delete.expectedRevision()));
          default -> Optional.empty();
        };
    return result.map(this::reply).orElseGet(() -> apply(author, List.of(operation)));
  }

  /** Has an object do what it can do. */
  ChangeSetReply perform(String author, ResourceType<?> type, long id, String value) {
    Procedure.Action action =
        procedures
            .action(type)
            .filter(own -> own.allows(value))
            .orElseThrow(
                () ->
                    Status.INVALID_ARGUMENT
                        .withDescription("value: %s cannot do this".formatted(type.plural()))
                        .asRuntimeException());
    return reply(
        action.performance().perform(new Initiator(author, ChangeSource.CONSOLE), id, value));
  }

  ChangeSetReply apply(String author, List<Operation> operations) {
    return reply(changeSets.apply(author, ChangeSource.CONSOLE, operations));
  }

  private ChangeSetReply reply(ChangeResult result) {
    return switch (result) {
      case Accepted accepted -> accepted(accepted);
      case Rejected rejected -> rejected(rejected);
    };
  }

  private Operation operation(int index, org.plenum.rpc.console.Operation operation) {
    String resource = operation.getResource();
    long id = operation.getId();
    OptionalLong expected =
        operation.getExpectedRevision() == 0
            ? OptionalLong.empty()
            : OptionalLong.of(operation.getExpectedRevision());
    return switch (operation.getKind()) {
      case CREATE -> new Operation.Create(resource, parsed(operation));
      case UPDATE -> new Operation.Update(resource, id, parsed(operation), expected);
      case DELETE -> new Operation.Delete(resource, id, expected);
      case UNRECOGNIZED ->
          throw Status.INVALID_ARGUMENT
              .withDescription(
                  "operations[%d].kind: %d is no operation"
                      .formatted(index, operation.getKindValue()))
              .asRuntimeException();
    };
  }

  /** What cannot be read becomes an error of the operation, like what breaks a rule. */
  private Parsed parsed(org.plenum.rpc.console.Operation operation) {
    ResourceCatalog catalog = store.catalog();
    return catalog
        .find(operation.getResource())
        .map(
            type ->
                json(operation.getJson())
                    .map(json -> apiJson.read(type, json, Caller.current().permissions()))
                    .orElseGet(() -> unreadable("Send a valid JSON object.")))
        .orElseGet(() -> new Parsed(Values.EMPTY, Violations.NONE));
  }

  private static Parsed unreadable(String message) {
    return new Parsed(Values.EMPTY, Violations.of(Violations.WHOLE_OBJECT, message));
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private ChangeSetReply accepted(Accepted accepted) {
    ChangeSetReply.Builder reply = ChangeSetReply.newBuilder().setVersion(accepted.version());
    store.read(
        reader -> {
          accepted.objects().forEach(object -> reply.addObjects(current(reader, object)));
          return reply;
        });
    return reply.build();
  }

  /** Read anew, so that the object, its children and its revision belong together. */
  private ConfigurationObject current(ConfigurationReader reader, Optional<StoredObject> object) {
    return object
        .flatMap(changed -> reader.object(changed.type(), changed.id()))
        .map(found -> writer.write(reader, found))
        .orElseGet(ConfigurationObject::getDefaultInstance);
  }

  private static ChangeSetReply rejected(Rejected rejected) {
    ChangeSetReply.Builder reply = ChangeSetReply.newBuilder();
    rejected.rejections().forEach(rejection -> reply.addErrors(errors(rejection)));
    return reply.build();
  }

  private static OperationErrors errors(Rejection rejection) {
    return OperationErrors.newBuilder()
        .setOperation(rejection.operation())
        .addAllFields(FieldMessages.of(rejection.violations()))
        .build();
  }
}
