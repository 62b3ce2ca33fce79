package org.plenum.management.query;

import java.util.Optional;

/**
 * Something of an object that lists can be filtered and ordered by.
 *
 * @param name wire name
 * @param type type of its values
 * @param target attributes of the object that it leads to, for references
 */
public record Attribute(String name, Type type, Optional<Attributes> target) {
  /** Types of values, with the Java class of a value. */
  public enum Type {
    /** {@link String}. */
    TEXT,
    /** {@link Long}. */
    INTEGER,
    /** {@link Double}. */
    NUMBER,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link java.time.Instant}. */
    TIME,
    /** {@link Long}: identifier of another object. */
    REFERENCE,
    /** Leads to several other objects; has no value of its own, only theirs can be asked for. */
    REFERENCES
  }

  /** An attribute that is no reference. */
  public static Attribute of(String name, Type type) {
    return new Attribute(name, type, Optional.empty());
  }
}
