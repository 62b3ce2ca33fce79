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
   */
  List<Operation> operations(ConfigurationReader reader);
}
