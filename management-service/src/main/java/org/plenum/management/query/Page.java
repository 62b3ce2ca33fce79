package org.plenum.management.query;

import java.util.List;

/**
 * Part of a list.
 *
 * @param objects objects of this part
 * @param total number of objects in all parts
 */
public record Page<T>(List<T> objects, long total) {
  public Page {
    objects = List.copyOf(objects);
  }
}
