package org.plenum.management.store;

import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;

/**
 * An object as the store has it.
 *
 * @param type resource
 * @param id identifier, positive
 * @param revision version of the change set that last touched the object or one of its children
 * @param values all fields, secrets in the clear, without children
 */
public record StoredObject(ResourceType<?> type, long id, long revision, Values values) {
  /** What the object is called in lists and messages. */
  public String title() {
    return type.title(values);
  }
}
