package org.plenum.management.version;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.plenum.management.change.ObjectChange.Kind;

/**
 * How an object differs between two versions. Secrets are masked.
 *
 * @param resource name of the resource, perhaps one that this release does not have any more
 * @param id identifier
 * @param title what the object is called
 * @param before the object in the form of the API; empty if it was not there
 * @param after the same for the other version
 * @param fields what is different, in the order of the declaration; of an object that came or went,
 *     all its fields
 */
public record ObjectDifference(
    String resource,
    long id,
    String title,
    Optional<ObjectNode> before,
    Optional<ObjectNode> after,
    List<FieldDifference> fields) {
  public ObjectDifference {
    fields = List.copyOf(fields);
  }

  /** What happened to the object. */
  public Kind kind() {
    return before.isEmpty() ? Kind.CREATE : after.isEmpty() ? Kind.DELETE : Kind.UPDATE;
  }
}
