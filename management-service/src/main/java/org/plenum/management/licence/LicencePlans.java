package org.plenum.management.licence;

import static org.plenum.management.licence.Licensing.LICENCE;
import static org.plenum.management.licence.Licensing.REQUEST;
import static org.plenum.management.licence.Licensing.refusal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.Operation;
import org.plenum.management.change.PlanRefusedException;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Ref;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Stored;
import org.plenum.model.config.Validator;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.Parsed;
import org.plenum.model.licence.LicenceAnswer;
import org.plenum.model.licence.LicenceException;
import org.plenum.model.licence.LicenceOrder;
import org.plenum.model.licence.MachineIdentity;
import org.plenum.model.process.ProductVersion;
import org.plenum.model.resource.Licence;
import org.plenum.model.resource.LicenceAction;
import org.plenum.model.resource.LicenceRequest;

/** Decides what a question or an answer about a licence changes in the configuration. */
final class LicencePlans {
  private static final String KEY = "entitlement_id";
  private static final String ANSWER = "response_xml";
  private static final String ACTION = "action";

  private final ResourceType<Licence> licences;
  private final Validator validator;
  private final Supplier<MachineIdentity> machine;
  private final InstantSource clock;

  LicencePlans(ResourceCatalog catalog, Supplier<MachineIdentity> machine, InstantSource clock) {
    this.licences = catalog.type(Licence.class);
    this.validator = new Validator(catalog);
    this.machine = machine;
    this.clock = clock;
  }

  /**
   * Stores the request for a first activation.
   *
   * @param wish the licence as far as a client can say
   */
  Operation activation(ConfigurationReader reader, Parsed wish, String status) {
    Violations problems = problems(wish);
    if (!problems.isEmpty()) {
      throw new PlanRefusedException(Reason.INVALID, problems);
    }
    String key = wish.values().text(KEY);
    if (reader.unique(licences, KEY, key).isPresent()) {
      throw refusal(KEY, "The licence with this key is installed already.");
    }
    requireNoRequest(reader, key, KEY);
    return question(reader, LicenceAction.ACTIVATE, key, Optional.empty(), status);
  }

  /** What is wrong with the fields that a client sends. */
  private Violations problems(Parsed wish) {
    Violations.Builder problems = new Violations.Builder();
    problems.addAll(wish.violations());
    Values complete = licences.withDefaults(wish.values(), now());
    validator
        .validateAlone(licences, complete)
        .messages()
        .forEach(
            (field, messages) -> {
              boolean isSent = licences.field(field).filter(FieldType::readOnly).isEmpty();
              if (isSent && !problems.has(field)) {
                messages.forEach(message -> problems.add(field, message));
              }
            });
    return problems.build();
  }

  /** Stores the request to return or repair a licence. */
  Operation about(ConfigurationReader reader, LicenceAction action, long id, String status) {
    Stored<Licence> licence = reader.find(Licence.class, id).orElseThrow(LicencePlans::absent);
    String key = licence.value().entitlementId();
    requireNoRequest(reader, key, ACTION);
    return question(reader, action, key, Optional.of(licence), status);
  }

  private static void requireNoRequest(ConfigurationReader reader, String key, String field) {
    reader
        .all(LicenceRequest.class)
        .filter(request -> request.value().reference().equalsIgnoreCase(key))
        .findFirst()
        .ifPresent(
            request -> {
              throw refusal(
                  field,
                  "A request about this licence is stored already, with the sequence number %s."
                      .formatted(request.value().sequenceNumber()));
            });
  }

  /** Versions of the configuration never come twice, so the next one numbers the request. */
  private Operation question(
      ConfigurationReader reader,
      LicenceAction action,
      String key,
      Optional<Stored<Licence>> licence,
      String status) {
    LicenceOrder order =
        new LicenceOrder(
            action,
            UUID.randomUUID().toString(),
            reader.version() + 1,
            key,
            licence.map(known -> known.value().fulfillmentId()),
            now(),
            ProductVersion.current(),
            machine.get());
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    request.put("sequence_number", String.valueOf(order.sequenceNumber()));
    request.put("reference", key);
    request.put("actions", action.wire());
    request.put("generation_time", order.generationTime());
    request.put("status", status);
    request.put("licence", licence.map(Stored::id).orElse(null));
    request.put("request_xml", order.toXml());
    return Operation.create(REQUEST, Values.of(request));
  }

  /**
   * Makes of a request and its answer what was asked for. What is there afterwards comes first.
   *
   * @param byHand whether somebody brought the answer as a file
   */
  List<Operation> completion(ConfigurationReader reader, long id, String xml, boolean byHand) {
    LicenceRequest request =
        reader.find(LicenceRequest.class, id).map(Stored::value).orElseThrow(LicencePlans::absent);
    LicenceTrust trust = LicenceTrust.of(reader, machine.get(), clock.instant());
    LicenceAnswer answer = believed(xml, request, trust);
    Operation end = Operation.delete(REQUEST, id);
    return switch (answer.action()) {
      case ACTIVATE -> List.of(Operation.create(LICENCE, licence(answer, xml, trust, byHand)), end);
      case REPAIR -> {
        Stored<Licence> known = known(reader, request);
        Values repaired =
            Values.of(trust.fields(answer, xml)).with("repair", known.value().repair() + 1L);
        yield List.of(Operation.update(LICENCE, known.id(), repaired), end);
      }
      case RETURN -> List.of(Operation.delete(LICENCE, known(reader, request).id()), end);
    };
  }

  private static LicenceAnswer believed(String xml, LicenceRequest request, LicenceTrust trust) {
    LicenceOrder order = LicenceOrder.parse(request.requestXml().getBytes(StandardCharsets.UTF_8));
    try {
      LicenceAnswer answer = LicenceAnswer.parse(xml);
      answer.requireIssuer(trust.issuers());
      answer.requireAnswerTo(order);
      answer.requireMachine(trust.machine());
      return answer;
    } catch (LicenceException e) {
      throw refusal(ANSWER, e.sentence());
    }
  }

  private static Values licence(
      LicenceAnswer answer, String xml, LicenceTrust trust, boolean byHand) {
    return Values.of(trust.fields(answer, xml))
        .with(KEY, answer.entitlementId())
        .with("offline_mode", byHand)
        .with("repair", 0L);
  }

  private static Stored<Licence> known(ConfigurationReader reader, LicenceRequest request) {
    return Optional.ofNullable(request.licence())
        .map(Ref::id)
        .flatMap(id -> reader.find(Licence.class, id))
        .orElseThrow(LicencePlans::absent);
  }

  private static PlanRefusedException absent() {
    return new PlanRefusedException(Reason.ABSENT, Violations.NONE);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
