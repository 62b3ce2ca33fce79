package org.plenum.console.configuration;

import java.util.Map;
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
 * @param listLengths how many objects refer to a row of a list, by the field that lists them; only
 *     the object itself has these lists among its values
 */
public record ConfigurationObject(
    ResourceType<?> type,
    long id,
    long revision,
    Values values,
    Set<String> secretsSet,
    Map<String, Long> listLengths) {
  /** Copies set and map. */
  public ConfigurationObject {
    secretsSet = Set.copyOf(secretsSet);
    listLengths = Map.copyOf(listLengths);
  }

  /** What it is called in lists. */
  public String title() {
    return type.title(values);
  }
}
