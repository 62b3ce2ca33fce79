package org.plenum.console.configuration;

import java.util.List;

/**
 * Part of a list.
 *
 * @param total number of objects in the whole list
 */
public record ObjectPage(List<ConfigurationObject> objects, long total) {
  /** Copies the list. */
  public ObjectPage {
    objects = List.copyOf(objects);
  }
}
