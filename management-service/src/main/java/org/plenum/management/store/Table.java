package org.plenum.management.store;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that follows from a declaration.
 *
 * @param name name, without need of quoting
 * @param columns columns without those of the primary key's declaration
 * @param primaryKey columns of the primary key
 * @param indexes indexes
 */
record Table(String name, List<Column> columns, List<String> primaryKey, List<Index> indexes) {
  /** An index over one column. */
  record Index(String table, String column, boolean unique) {
    String name() {
      return (unique ? "unique_" : "index_") + table + "__" + column;
    }

    String create() {
      return "CREATE %s INDEX \"%s\" ON \"%s\" (\"%s\")"
          .formatted(unique ? "UNIQUE" : "", name(), table, column);
    }
  }

  Table {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    indexes = List.copyOf(indexes);
  }

  /** Identifiers of deleted objects are never used again: logs and audit trail stay unambiguous. */
  String create() {
    boolean single = primaryKey.size() == 1;
    String declarations =
        columns.stream()
            .map(
                column ->
                    single && column.name().equals(primaryKey.getFirst())
                        ? column.quoted() + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"
                        : column.declaration())
            .collect(Collectors.joining(",\n  "));
    return single
        ? "CREATE TABLE \"%s\" (\n  %s\n)".formatted(name, declarations)
        : "CREATE TABLE \"%s\" (\n  %s,\n  PRIMARY KEY (%s)\n) WITHOUT ROWID"
            .formatted(
                name,
                declarations,
                primaryKey.stream().map(key -> '"' + key + '"').collect(Collectors.joining(", ")));
  }
}
