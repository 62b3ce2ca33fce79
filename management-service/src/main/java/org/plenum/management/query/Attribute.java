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
    REFERENCES,
    /** How many objects a list has; only to order by. */
    LENGTH
  }

  /** Whether lists can be filtered by it. */
  public boolean filters() {
    return type != Type.LENGTH;
  }

  /** Whether lists can be ordered by it. */
  public boolean orders() {
    return type != Type.REFERENCES;
  }

  /** An attribute that is no reference. */
  public static Attribute of(String name, Type type) {
    return new Attribute(name, type, Optional.empty());
  }
}
