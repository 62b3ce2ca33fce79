package org.plenum.console.configuration;

import java.util.Set;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;

/**
 * An object of the configuration as it was read.
 *
 * @param type its resource
 * @param id positive
 * @param revision configuration version that last changed it
 * @param values all fields but secret ones; references as identifiers, children as {@link
 *     org.plenum.model.config.Child}
 * @param secretsSet wire names of the secret fields that have a value
 */
public record ConfigurationObject(
    ResourceType<?> type, long id, long revision, Values values, Set<String> secretsSet) {
  /** Copies the set. */
  public ConfigurationObject {
    secretsSet = Set.copyOf(secretsSet);
  }

  /** What it is called in lists. */
  public String title() {
    return type.title(values);
  }
}
