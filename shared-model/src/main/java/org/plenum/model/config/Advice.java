package org.plenum.model.config;

/** What an {@link Advised} resource sees of its surroundings, and where it reports to. */
public final class Advice extends Surroundings {
  private final Violations.Builder doubts = new Violations.Builder();

  private Advice(long id, ConfigurationView view) {
    super(id, view);
  }

  /**
   * What is doubtful about an object that is stored.
   *
   * @param view configuration in which it is
   * @return messages by field, none for a resource without such rules
   */
  public static Violations of(
      ResourceType<?> type, long id, Values object, ConfigurationView view) {
    if (!Advised.class.isAssignableFrom(type.recordClass())) {
      return Violations.NONE;
    }
    Advice advice = new Advice(id, view);
    ((Advised) type.toRecord(object)).advise(advice);
    return advice.doubts.build();
  }

  /** Reports a doubt about a field (wire name, or {@link Violations#WHOLE_OBJECT}). */
  public void doubt(String field, String message) {
    doubts.add(field, message);
  }
}
