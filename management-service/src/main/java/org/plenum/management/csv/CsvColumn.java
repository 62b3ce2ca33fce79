package org.plenum.management.csv;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.FieldType;

/**
 * A column of a file.
 *
 * @param name heading
 * @param role what it belongs to
 * @param field field that it gives the value of; empty for a column that is ignored
 * @param cell what its texts mean
 * @param target objects that it names
 */
record CsvColumn(
    String name, Role role, Optional<FieldType> field, Cell cell, Optional<NamedTarget> target) {

  enum Role {
    /** Stands for the object itself. */
    OBJECT,
    /** Stands for a child of the object: there is one record for each child. */
    CHILD,
    /** Names one of the objects that a list of references leads to: one record for each. */
    LIST,
    /** Accepted in files, without meaning, and not written. */
    IGNORED
  }

  /**
   * The value of a text; a blank one stands for the default (OPS-149).
   *
   * @throws CellException if the text has no value, or needs one
   */
  @Nullable Object read(String text, Names names) throws CellException {
    if (text.isBlank()) {
      return fallback();
    }
    return cell.read(text, names);
  }

  private @Nullable Object fallback() throws CellException {
    FieldType type = field.orElseThrow();
    if (role == Role.CHILD && type.required()) {
      return null;
    }
    if (role == Role.LIST || type.required()) {
      throw new CellException("This field is required.");
    }
    return type.fallback().orElseThrow().value();
  }

  String write(@Nullable Object value, Names names) {
    return value == null ? "" : cell.write(value, names);
  }
}
