package org.plenum.management.change;

import java.util.Optional;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;

/**
 * What a change set did to one object. Children are objects of their own.
 *
 * @param type resource
 * @param id identifier
 * @param before the object as it was, secrets in the clear; empty if it is new
 * @param after the object as it is now; empty if it is gone
 */
public record ObjectChange(
    ResourceType<?> type, long id, Optional<StoredObject> before, Optional<StoredObject> after) {
  /** What happened. */
  public enum Kind {
    CREATE("create"),
    UPDATE("update"),
    DELETE("delete");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    /** Name in the audit trail. */
    public String wire() {
      return wire;
    }
  }

  /** What happened to the object. */
  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.CREATE;
    }
    return after.isEmpty() ? Kind.DELETE : Kind.UPDATE;
  }
}
