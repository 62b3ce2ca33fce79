package org.plenum.management.version;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.Operation;
import org.plenum.management.change.Plan;
import org.plenum.management.change.SecretMask;
import org.plenum.management.store.AuditedChange;
import org.plenum.management.store.AuditedForm;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.json.ApiJson;

/**
 * The operations that bring a version back: what came since is deleted, what went is made again
 * under its old identifier, what was changed gets its old values. Singletons stay, and so does what
 * only the platform sets. For one use.
 */
final class RollbackPlan implements Plan {
  private final ResourceCatalog catalog;
  private final ApiJson json;
  private final Differences differences;
  private final long version;
  private final OptionalLong expected;

  private final List<Step> steps = new ArrayList<>();
  private final Set<String> notes = new TreeSet<>();
  private long current;

  private record Step(ResourceType<?> type, String title, Operation operation) {
    boolean isDeletion() {
      return operation instanceof Operation.Delete;
    }
  }

  /**
   * @param version version to go back to
   * @param expected version that the configuration must have still
   */
  RollbackPlan(ResourceCatalog catalog, long version, OptionalLong expected) {
    this.catalog = catalog;
    this.json = new ApiJson(catalog);
    this.differences = new Differences(catalog);
    this.version = version;
    this.expected = expected;
  }

  @Override
  public List<Operation> operations(ConfigurationReader reader) {
    current = reader.version();
    StaleVersionException.check(expected, current);
    if (reader.audit().version(version).isEmpty()) {
      throw new UnknownVersionException(version);
    }
    reader.audit().between(version, current, this::add);
    // Children go before their owners, which would take them along.
    steps.sort(
        Comparator.comparing(Step::isDeletion)
            .reversed()
            .thenComparing(step -> step.isDeletion() ? -depth(step.type()) : 0));
    return steps.stream().map(Step::operation).toList();
  }

  /** Version of the configuration for which the plan was made. */
  long current() {
    return current;
  }

  /** What does not come back as it was. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** The reasons of a refusal, with the names of the objects. */
  List<String> problems(Rejected rejected) {
    return rejected.sentences(this::subject);
  }

  private String subject(int operation) {
    Step step = steps.get(operation);
    return "%s \"%s\"".formatted(step.type().label(), step.title());
  }

  private void add(AuditedChange change) {
    Optional<ResourceType<?>> known = catalog.find(change.resource());
    if (known.isEmpty()) {
      notes.add("%s is no resource of this release any more.".formatted(change.resource()));
      return;
    }
    ResourceType<?> type = known.get();
    if (type.managed()) {
      return; // The platform made them for itself and needs them in every version.
    }
    differences.of(change).ifPresent(difference -> add(type, change, difference));
  }

  private void add(ResourceType<?> type, AuditedChange change, ObjectDifference difference) {
    if (change.before().isPresent()) {
      Values values = values(type, change.before().get(), difference);
      steps.add(
          new Step(
              type, difference.title(), new Operation.Put(type.name(), change.id(), values, true)));
      if (type.name().equals("worker_vm") && change.after().isEmpty()) {
        notes.add(
            "The conferencing node \"%s\" has to be enrolled again.".formatted(difference.title()));
      }
    } else if (type.singleton()) {
      notes.add("There is always one %s; it stays as it is.".formatted(type.label()));
    } else {
      steps.add(new Step(type, difference.title(), Operation.delete(type.name(), change.id())));
    }
  }

  private Values values(ResourceType<?> type, AuditedForm form, ObjectDifference difference) {
    ObjectNode object = Differences.object(form);
    Optional<ObjectNode> secrets = form.secrets().map(Differences::object);
    Values values = type.stored(json.readWhole(type, object).values());
    for (FieldType field : type.fields()) {
      if (field.secret()) {
        values = withSecret(values, field, object, secrets, difference);
      }
    }
    return values;
  }

  private Values withSecret(
      Values values,
      FieldType field,
      ObjectNode object,
      Optional<ObjectNode> secrets,
      ObjectDifference difference) {
    String name = field.name();
    Optional<String> secret =
        secrets
            .map(known -> known.path(name))
            .filter(text -> text.isTextual())
            .map(t -> t.asText());
    if (secret.isPresent()) {
      return values.with(name, secret.get());
    }
    if (SecretMask.isMask(object.path(name).asText())) {
      notes.add(
          "%s \"%s\": the old %s was not kept and does not come back."
              .formatted(difference.resource(), difference.title(), name));
      return values.without(name);
    }
    // The audit trail leaves out a secret that is not set, as it does a field of later releases.
    return field.nullable() ? values.with(name, null) : values.with(name, "");
  }

  private int depth(ResourceType<?> type) {
    int depth = 0;
    for (ResourceType<?> owner : catalog.types()) {
      for (FieldType list : owner.childFields()) {
        if (list.target().equals(Optional.of(type.name())) && owner != type) {
          depth = Math.max(depth, 1 + depth(owner));
        }
      }
    }
    return depth;
  }
}
