package org.plenum.console.resource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.plenum.console.configuration.ConfigurationClient.Update;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Values;

/**
 * Moves an object in a list whose order is a unique number of each object. The objects between the
 * old place and the new one hand their numbers on; all others keep theirs.
 */
final class Reordering {
  private final FieldType order;
  private final List<ConfigurationObject> objects;

  /**
   * A list in its present order.
   *
   * @param order the number
   * @param objects all objects that have one
   */
  Reordering(FieldType order, List<ConfigurationObject> objects) {
    this.order = order;
    this.objects = List.copyOf(objects);
  }

  /** No number is free that the moved object could have while the others change theirs. */
  static final class FullException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The changes that move an object. In their order no two objects ever have the same number.
   *
   * @param id of the object
   * @param to the place that it shall have
   * @throws FullException if all numbers that are allowed are in use
   */
  List<Update> move(long id, int to) throws FullException {
    int from = objects.stream().map(ConfigurationObject::id).toList().indexOf(id);
    if (from < 0 || to >= objects.size() || from == to) {
      return List.of();
    }
    ConfigurationObject moved = objects.get(from);
    List<Update> updates = new ArrayList<>();
    updates.add(numbered(moved, freeNumber().orElseThrow(FullException::new)));
    int step = from < to ? 1 : -1;
    for (int at = from + step; at != to + step; at += step) {
      updates.add(numbered(objects.get(at), number(objects.get(at - step))));
    }
    updates.add(numbered(moved, number(objects.get(to))));
    return updates;
  }

  private OptionalLong freeNumber() {
    Set<Long> used = new HashSet<>();
    objects.forEach(object -> used.add(number(object)));
    return LongStream.rangeClosed(order.limits().min(), order.limits().max())
        .filter(number -> !used.contains(number))
        .findFirst();
  }

  private long number(ConfigurationObject object) {
    Long number = object.values().number(order.name());
    if (number == null) {
      throw new IllegalArgumentException(object.title() + " has no " + order.name());
    }
    return number;
  }

  private Update numbered(ConfigurationObject object, long number) {
    return new Update(object, Values.EMPTY.with(order.name(), number));
  }
}
