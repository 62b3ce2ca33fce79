package org.plenum.console.configuration;

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
 */
public record ConfigurationObject(ResourceType<?> type, long id, long revision, Values values) {
  /** What it is called in lists. */
  public String title() {
    return type.title(values);
  }
}
