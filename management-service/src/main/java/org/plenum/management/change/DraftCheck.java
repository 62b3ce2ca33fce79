package org.plenum.management.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.plenum.management.store.ConfigurationWriter;
import org.plenum.model.config.CanonicalForm;
import org.plenum.model.config.Child;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Validator;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;

/** Completes objects with their derived fields and checks them against the rules. */
final class DraftCheck {
  private final ConfigurationWriter writer;
  private final Validator validator;
  private final Map<String, DerivedFields> derivedFields;

  DraftCheck(ConfigurationWriter writer, Map<String, DerivedFields> derivedFields) {
    this.writer = writer;
    this.validator = new Validator(writer.catalog());
    this.derivedFields = derivedFields;
  }

  /** An object ready to be stored, or what is wrong with it. */
  record Draft(Values values, Violations violations) {
    boolean isWrong() {
      return !violations.isEmpty();
    }
  }

  /**
   * Checks an object.
   *
   * @param id identifier, 0 if it is being created
   * @param object all fields; lists of other objects are left out of the result
   * @param known what is already known to be wrong
   */
  Draft check(ResourceType<?> type, long id, Values object, Violations known) {
    return check(type, object, known, values -> validator.validate(type, id, values, writer));
  }

  /** The same, but for what depends on other objects: some of them may not be there yet. */
  Draft checkAlone(ResourceType<?> type, Values object, Violations known) {
    return check(type, object, known, values -> validator.validateAlone(type, values));
  }

  private Draft check(
      ResourceType<?> type,
      Values object,
      Violations known,
      Function<Values, Violations> validation) {
    Values values = withoutLostDefaults(type, CanonicalForm.of(type, type.stored(object)));
    Violations.Builder violations = new Violations.Builder();
    violations.addAll(known);
    DerivedFields derived = derivedFields.get(type.name());
    if (derived != null) {
      values = derived.derive(values, violations);
    }
    boolean isDerived = derived != null;
    Violations found = validation.apply(values);
    found
        .messages()
        .forEach(
            (field, messages) -> {
              // A field that could not be read or derived seems missing: saying it once is enough.
              if (!violations.has(field) && !(isDerived && isReadOnly(type, field))) {
                messages.forEach(message -> violations.add(field, message));
              }
            });
    return new Draft(values, violations.isEmpty() ? found : violations.build());
  }

  /**
   * Without references to objects that ship with the product and have been deleted: clients get
   * them from the schema as default.
   */
  private Values withoutLostDefaults(ResourceType<?> type, Values object) {
    Values values = object;
    for (FieldType field : type.fields()) {
      List<?> defaults = field.kind() == Kind.REFERENCES ? defaults(field) : List.of();
      List<?> kept =
          object.list(field.name()).stream()
              .filter(id -> !defaults.contains(id) || exists(field, (Long) id))
              .toList();
      if (kept.size() < object.list(field.name()).size()) {
        values = values.with(field.name(), kept);
      }
    }
    return values;
  }

  private static List<?> defaults(FieldType field) {
    return field.fallback().map(FieldType.Fallback::value).orElse(List.of()) instanceof List<?> ids
        ? ids
        : List.of();
  }

  private boolean exists(FieldType field, long id) {
    return writer.object(writer.catalog().target(field), id).isPresent();
  }

  /** What is wrong with new children by themselves, while their owner is not right yet. */
  Violations checkChildrenAlone(ResourceType<?> owner, Values request, Instant now) {
    Violations.Builder violations = new Violations.Builder();
    for (FieldType list : owner.childFields()) {
      ResourceType<?> type = writer.catalog().target(list);
      String by = list.owner().orElseThrow().by();
      List<?> children = request.list(list.name());
      for (int i = 0; i < children.size(); i++) {
        Values values = type.withDefaults(((Child) children.get(i)).values(), now);
        violations.addAll(without(by, validator.validateAlone(type, values)).within(path(list, i)));
      }
    }
    return violations.build();
  }

  /** Where messages about a child belong in the request of its owner. */
  static String path(FieldType list, int index) {
    return "%s[%d]".formatted(list.name(), index);
  }

  private static Violations without(String field, Violations violations) {
    Violations.Builder rest = new Violations.Builder();
    violations
        .messages()
        .forEach(
            (name, messages) -> {
              if (!name.equals(field)) {
                messages.forEach(message -> rest.add(name, message));
              }
            });
    return rest.build();
  }

  private static boolean isReadOnly(ResourceType<?> type, String field) {
    return type.field(field).filter(FieldType::readOnly).isPresent();
  }
}
