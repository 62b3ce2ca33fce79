package org.plenum.management.query;

import org.jspecify.annotations.Nullable;

/** An object in memory as lists see it. */
@FunctionalInterface
public interface Row {
  /** Value of an attribute, in the class that {@link Attribute.Type} names; null for none. */
  @Nullable Object value(String attribute);
}
