package org.plenum.model.config;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks objects against the rules that their resource declares. Immutable. */
public final class Validator {
  private final ResourceCatalog catalog;

  /** Checks objects of the resources of a catalogue. */
  public Validator(ResourceCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Checks a complete object: each field by itself, unique values, references, and, if all is well
   * so far, the rules of the record's own.
   *
   * @param id identifier of the object, 0 if it is being created
   * @param view configuration in which it shall be; may still hold its old form
   */
  public Violations validate(ResourceType<?> type, long id, Values object, ConfigurationView view) {
    Violations.Builder violations = new Violations.Builder();
    violations.addAll(validateAlone(type, object));
    for (FieldType field : type.fields()) {
      if (!violations.has(field.name())) {
        checkUnique(type, id, field, object, view).ifPresent(m -> violations.add(field.name(), m));
        checkReferences(field, object, view).ifPresent(m -> violations.add(field.name(), m));
      }
    }
    if (violations.isEmpty() && type.toRecord(object) instanceof Checked checked) {
      checked.check(new Check(id, view, violations));
    }
    return violations.build();
  }

  /** Checks each field by itself; needs no other object, so a form can use it while typing. */
  public Violations validateAlone(ResourceType<?> type, Values object) {
    Violations.Builder violations = new Violations.Builder();
    for (FieldType field : type.fields()) {
      if (field.kind().isStored()) {
        FieldRules.check(field, object.get(field.name()))
            .forEach(message -> violations.add(field.name(), message));
        checkHasUse(type, field, object).ifPresent(m -> violations.add(field.name(), m));
      }
    }
    for (String name : object.names()) {
      if (type.field(name).isEmpty()) {
        violations.add(name, unknownField(type));
      }
    }
    return violations.build();
  }

  /** A field of which a choice made at creation says that it will never count stays as it is. */
  private static Optional<String> checkHasUse(
      ResourceType<?> type, FieldType field, Values object) {
    // A secret may have been made by the platform meanwhile.
    boolean exempt = field.readOnly() || field.secret() || !object.has(field.name());
    if (exempt || type.counts(field, object) || isFallback(field, object.get(field.name()))) {
      return Optional.empty();
    }
    boolean never =
        field.conditions().stream()
            .allMatch(
                condition ->
                    !condition.holds(object)
                        && type.field(condition.field()).orElseThrow().createOnly());
    return Optional.of(field.conditions().getFirst().field())
        .filter(deciding -> never)
        .flatMap(type::field)
        .map(
            deciding ->
                "%s \"%s\" has no use for this field: leave it out."
                    .formatted(deciding.label(), object.text(deciding.name())));
  }

  private static boolean isFallback(FieldType field, @Nullable Object value) {
    return field.fallback().filter(fallback -> !Objects.equals(fallback.value(), value)).isEmpty();
  }

  /** Message for a field that a resource does not have. */
  public static String unknownField(ResourceType<?> type) {
    return "There is no such field in " + type.name() + ".";
  }

  private static <T extends Record> Optional<String> checkUnique(
      ResourceType<T> type, long id, FieldType field, Values object, ConfigurationView view) {
    Object value = object.get(field.name());
    if (!field.unique() || value == null || value.equals("")) {
      return Optional.empty();
    }
    return view.findUnique(type.recordClass(), field.name(), value)
        .filter(other -> other.id() != id)
        .map(other -> taken(type, value, type.toValues(other.value()).get(field.name())));
  }

  /** Says how the other value is written where that is not to be seen from this one. */
  private static String taken(ResourceType<?> type, Object value, @Nullable Object other) {
    String taken = "Another " + type.label() + " has this value already";
    return value.equals(other)
        ? taken + "."
        : "%s, written '%s'; case makes no difference.".formatted(taken, other);
  }

  private Optional<String> checkReferences(FieldType field, Values object, ConfigurationView view) {
    return switch (field.kind()) {
      case REFERENCE -> checkReference(field, object.get(field.name()), view);
      case REFERENCES ->
          object.list(field.name()).stream()
              .map(id -> checkReference(field, id, view))
              .flatMap(Optional::stream)
              .findFirst();
      default -> Optional.empty();
    };
  }

  private Optional<String> checkReference(
      FieldType field, @Nullable Object id, ConfigurationView view) {
    ResourceType<?> target = catalog.target(field);
    if (id == null || view.exists(target.recordClass(), (Long) id)) {
      return Optional.empty();
    }
    return Optional.of("There is no " + target.label() + " with identifier " + id + ".");
  }
}
