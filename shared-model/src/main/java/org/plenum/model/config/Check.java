package org.plenum.model.config;

import java.util.function.Predicate;

/** What a {@link Checked} resource sees of its surroundings, and where it reports to. */
public final class Check extends Surroundings {
  private final Violations.Builder violations;

  Check(long id, ConfigurationView view, Violations.Builder violations) {
    super(id, view);
    this.violations = violations;
  }

  /**
   * Whether the object is stored and was like this before: a rule that has become stricter must not
   * keep other fields of it from being changed.
   */
  public <T extends Record> boolean wasStored(Class<T> type, Predicate<T> before) {
    return view().find(type, id()).filter(stored -> before.test(stored.value())).isPresent();
  }

  /** Reports a message for a field (wire name, or {@link Violations#WHOLE_OBJECT}). */
  public void reject(String field, String message) {
    violations.add(field, message);
  }

  /** Reports a message for a field unless the rule holds. */
  public void require(boolean rule, String field, String message) {
    if (!rule) {
      reject(field, message);
    }
  }
}
