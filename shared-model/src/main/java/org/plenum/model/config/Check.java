package org.plenum.model.config;

/** What a {@link Checked} resource sees of its surroundings, and where it reports to. */
public final class Check {
  private final long id;
  private final ConfigurationView view;
  private final Violations.Builder violations;

  Check(long id, ConfigurationView view, Violations.Builder violations) {
    this.id = id;
    this.view = view;
    this.violations = violations;
  }

  /** Identifier of the object; 0 while it is being created. */
  public long id() {
    return id;
  }

  /** The configuration as it would be with the change. May still hold the object's old form. */
  public ConfigurationView view() {
    return view;
  }

  /** Whether a reference leads to the object itself. */
  public boolean isSelf(Ref<?> ref) {
    return ref.id() == id;
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
