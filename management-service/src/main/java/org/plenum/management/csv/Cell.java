package org.plenum.management.csv;

import org.jspecify.annotations.Nullable;

/** What the texts of a column mean. Immutable. */
interface Cell {
  /**
   * The value of a text that is not blank; whether the value is allowed is up to the rules of the
   * resource.
   *
   * @throws CellException if the text is no value of this kind
   */
  @Nullable Object read(String text, Names names) throws CellException;

  /** The text of a value that is not null. */
  String write(Object value, Names names);
}
