package org.plenum.model.config;

/** What a {@link Checked} resource sees of its surroundings, and where it reports to. */
public final class Check extends Surroundings {
  private final Violations.Builder violations;

  Check(long id, ConfigurationView view, Violations.Builder violations) {
    super(id, view);
    this.violations = violations;
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
