package org.plenum.management.change;

import java.util.OptionalLong;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.Parsed;

/**
 * One wish of a change set. Where a request could not be read completely, what is wrong with it
 * ({@link Parsed#violations()}) comes along and is reported together with what the rules find.
 *
 * <p>The expected revision is that of the object which the client has seen; if the object has been
 * changed since, the change set is refused. Empty: whatever the object is now.
 */
public sealed interface Operation {
  /** Name of the resource. */
  String resource();

  /** Adds an object; fields that it does not carry get their default. */
  record Create(String resource, Parsed object) implements Operation {}

  /** Changes the fields that the patch carries. */
  record Update(String resource, long id, Parsed patch, OptionalLong expectedRevision)
      implements Operation {}

  /** Changes all fields; those that the object does not carry get their default. */
  record Replace(String resource, long id, Parsed object, OptionalLong expectedRevision)
      implements Operation {}

  /** Removes an object and its children. */
  record Delete(String resource, long id, OptionalLong expectedRevision) implements Operation {}

  /**
   * Makes an object be like this: under this identifier if there is none, else by changing the
   * fields that the values carry, except for those that only the platform sets. Several of them may
   * refer to each other and exchange unique values: they are made after all other operations, and
   * checked when all are made.
   *
   * <p>For identifiers that the object once had, or the next ones that are free.
   *
   * @param afresh whether fields may change too that are otherwise given once, on creation
   */
  record Put(String resource, long id, Values object, boolean afresh) implements Operation {}

  /** Adds an object. */
  static Operation create(String resource, Values object) {
    return new Create(resource, new Parsed(object, Violations.NONE));
  }

  /** Changes the fields that the patch carries, whatever the object is now. */
  static Operation update(String resource, long id, Values patch) {
    return new Update(resource, id, new Parsed(patch, Violations.NONE), OptionalLong.empty());
  }

  /** Removes an object and its children, whatever it is now. */
  static Operation delete(String resource, long id) {
    return new Delete(resource, id, OptionalLong.empty());
  }
}
