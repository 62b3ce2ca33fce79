package org.plenum.management.store;

import java.util.Optional;
import org.plenum.model.config.FieldType;

/**
 * A column of a table that follows from a declaration.
 *
 * @param name name, which needs quoting in SQL
 * @param sqlType INTEGER or TEXT
 * @param notNull whether every row has a value
 * @param references table whose {@code id} the value is
 * @param field field that it holds; empty for columns that the store itself needs
 */
record Column(
    String name,
    String sqlType,
    boolean notNull,
    Optional<String> references,
    Optional<FieldType> field) {

  static Column integer(String name) {
    return new Column(name, "INTEGER", true, Optional.empty(), Optional.empty());
  }

  static Column reference(String name, String table) {
    return new Column(name, "INTEGER", true, Optional.of(table), Optional.empty());
  }

  /** The text in which values of a unique column are compared; null for an empty value. */
  static Column key(String name) {
    return new Column(name, "TEXT", false, Optional.empty(), Optional.empty());
  }

  String quoted() {
    return '"' + name + '"';
  }

  /** As it stands in CREATE TABLE; references are checked at the end of a transaction. */
  String declaration() {
    return quoted()
        + " "
        + sqlType
        + (notNull ? " NOT NULL" : "")
        + references
            .map(table -> " REFERENCES \"%s\" (id) DEFERRABLE INITIALLY DEFERRED".formatted(table))
            .orElse("");
  }
}
