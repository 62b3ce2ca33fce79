package org.plenum.management.change;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.Claim;
import org.plenum.model.config.json.Parsed;

/**
 * Compares what a request says of what it cannot change with what is stored. An object that is sent
 * back as it was read is right; nothing is accepted and then ignored.
 */
final class ClaimCheck {
  private static final String NOT_ALLOWED = "You may view these objects, but not change them.";
  private static final String NOT_YOURS = "Only the platform sets this field.";

  private final ConfigurationReader reader;

  ClaimCheck(ConfigurationReader reader) {
    this.reader = reader;
  }

  /** What a request says wrongly of the object that it changes, and of those that this leads to. */
  Violations ofChange(StoredObject current, Parsed request) {
    return check(request, claim -> wrong(current.type(), claim, current.id(), current.values()));
  }

  /** The same of an object that it creates: what the platform sets has its default until then. */
  Violations ofCreation(ResourceType<?> type, Parsed request, Instant now) {
    Values defaults = type.withDefaults(Values.EMPTY, now);
    return check(request, claim -> wrong(type, claim, 0, defaults));
  }

  private interface OfItself {
    Violations wrong(Claim claim);
  }

  private Violations check(Parsed request, OfItself ofItself) {
    Violations.Builder violations = new Violations.Builder();
    for (Claim claim : request.claims()) {
      violations.addAll(claim.isOfItself() ? ofItself.wrong(claim) : ofOther(claim));
    }
    return violations.build();
  }

  private Violations wrong(ResourceType<?> type, Claim claim, long id, Values actual) {
    Violations.Builder violations = new Violations.Builder();
    if (claim.id().isPresent() && claim.id().getAsLong() != id) {
      violations.add("id", NOT_YOURS);
    }
    for (String field : claim.values().names()) {
      Optional<FieldType> inverse = type.field(field).filter(f -> f.kind() == Kind.INVERSE);
      if (inverse.isPresent()) {
        if (!lists(inverse.get(), id, claim.values())) {
          violations.add(field, NOT_ALLOWED);
        }
      } else if (!Objects.equals(claim.values().get(field), actual.get(field))) {
        violations.add(field, NOT_YOURS);
      }
    }
    return violations.build();
  }

  /** What only the platform sets it may have set anew since the object was read. */
  private boolean isTrue(Claim claim, String field, StoredObject other) {
    FieldType declared = other.type().field(field).orElseThrow();
    if (declared.readOnly()) {
      return true;
    }
    if (declared.kind() == Kind.INVERSE) {
      return lists(declared, other.id(), claim.values());
    }
    return !declared.secret()
        && Objects.equals(claim.values().get(field), other.values().get(field));
  }

  private boolean lists(FieldType inverse, long id, Values said) {
    return Set.copyOf(said.list(inverse.name())).equals(Set.copyOf(reader.listed(inverse, id)));
  }

  /** An object that does not exist is reported as a reference that leads nowhere. */
  private Violations ofOther(Claim claim) {
    ResourceType<?> type = reader.catalog().find(claim.resource()).orElseThrow();
    Optional<StoredObject> other = reader.object(type, claim.id().orElseThrow());
    Violations.Builder violations = new Violations.Builder();
    for (String field : claim.values().names()) {
      if (other.isPresent() && !isTrue(claim, field, other.get())) {
        violations.add(
            field, "Change the %s itself; here it is only chosen.".formatted(type.label()));
      }
    }
    return violations.build().within(claim.path());
  }
}
