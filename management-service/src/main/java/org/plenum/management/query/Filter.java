package org.plenum.management.query;

import java.util.List;

/**
 * A condition on one attribute, possibly of an object that is referred to.
 *
 * @param path references to follow, then the attribute to compare; at least one element
 * @param operator how to compare
 * @param operands what to compare with, in the class that {@link Attribute.Type} names: one value,
 *     for {@code in} any number, for {@code range} the first and the last
 */
public record Filter(List<Attribute> path, Operator operator, List<Object> operands) {
  public Filter {
    path = List.copyOf(path);
    operands = List.copyOf(operands);
  }

  /** The attribute that is compared. */
  public Attribute attribute() {
    return path.getLast();
  }
}
