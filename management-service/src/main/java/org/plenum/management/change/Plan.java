package org.plenum.management.change;

import java.util.List;
import org.plenum.management.store.ConfigurationReader;

/** Decides what to change when it has seen the configuration. */
@FunctionalInterface
public interface Plan {
  /**
   * The operations of the change set. May throw; then nothing is changed.
   *
   * @param reader the configuration as it is at that moment
   * @throws PlanRefusedException if what is wanted cannot be
   */
  List<Operation> operations(ConfigurationReader reader);

  /** Whether it may touch what belongs to the platform (see {@code Resource.managed}). */
  default boolean isOfPlatform() {
    return false;
  }

  /** The same plan, which the platform itself has made and which may touch what belongs to it. */
  static Plan ofPlatform(Plan plan) {
    return new Plan() {
      @Override
      public List<Operation> operations(ConfigurationReader reader) {
        return plan.operations(reader);
      }

      @Override
      public boolean isOfPlatform() {
        return true;
      }
    };
  }
}
