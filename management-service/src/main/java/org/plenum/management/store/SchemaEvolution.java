package org.plenum.management.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.plenum.management.store.Table.Index;
import org.plenum.model.config.FieldType;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/**
 * Brings the tables of the resources in line with their declarations: missing tables, columns (with
 * the declared default) and indexes are added. Any other difference would lose or bend data, so it
 * is refused; such a change of a declaration needs a migration.
 */
final class SchemaEvolution {
  /** Raised when keys are made in another way; 1: composed after they are made small. */
  private static final int KEYS = 1;

  private final Handle handle;
  private final ColumnDefaults defaults;

  SchemaEvolution(Handle handle, ColumnDefaults defaults) {
    this.handle = handle;
    this.defaults = defaults;
  }

  /**
   * Compares and adds; all of it in the caller's transaction.
   *
   * @throws StartupException naming a difference that is not an addition
   */
  void apply(List<Table> declared) {
    Set<String> present =
        new HashSet<>(
            handle
                .createQuery("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB ?")
                .bind(0, ResourceLayout.PREFIX + "*")
                .mapTo(String.class)
                .list());
    for (Table table : declared) {
      if (present.remove(table.name())) {
        addColumns(table);
      } else {
        handle.execute(table.create());
      }
      addIndexes(table);
    }
    if (!present.isEmpty()) {
      throw refused("has unknown tables: " + String.join(", ", new TreeSet<>(present)));
    }
    renewKeys(declared);
  }

  /** Makes the keys of an earlier release anew, once. */
  private void renewKeys(List<Table> declared) {
    int present = handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
    if (present < KEYS) {
      declared.forEach(table -> keyed(table).forEach(field -> fillKeys(table, field)));
      handle.execute("PRAGMA user_version = " + KEYS);
    }
  }

  /** What SQLite says about a column. */
  private record Actual(String sqlType, boolean notNull, @Nullable String references) {
    static Actual of(Column column) {
      return new Actual(column.sqlType(), column.notNull(), column.references().orElse(null));
    }

    String inWords() {
      return sqlType
          + (notNull ? ", not null" : ", nullable")
          + (references == null ? "" : ", reference to " + references);
    }
  }

  private Map<String, Actual> columnsOf(String table) {
    Map<String, String> references = new HashMap<>();
    handle
        .createQuery("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)")
        .bind(0, table)
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(entry -> references.put(entry.getKey(), entry.getValue()));
    Map<String, Actual> columns = new LinkedHashMap<>();
    handle
        .createQuery("SELECT name, type, \"notnull\" FROM pragma_table_info(?)")
        .bind(0, table)
        .map(
            (row, context) ->
                Map.entry(
                    row.getString(1),
                    new Actual(
                        row.getString(2), row.getBoolean(3), references.get(row.getString(1)))))
        .forEach(entry -> columns.put(entry.getKey(), entry.getValue()));
    return columns;
  }

  private void addColumns(Table table) {
    Map<String, Actual> present = columnsOf(table.name());
    for (Column column : table.columns()) {
      Actual actual = present.remove(column.name());
      Actual wanted = Actual.of(column);
      if (actual == null) {
        addColumn(table, column);
      } else if (!actual.equals(wanted)) {
        throw refused(
            "has %s.%s as %s, but this release declares %s"
                .formatted(table.name(), column.name(), actual.inWords(), wanted.inWords()));
      }
    }
    if (!present.isEmpty()) {
      throw refused(
          "has columns in %s that this release does not know: %s"
              .formatted(table.name(), String.join(", ", present.keySet())));
    }
  }

  private void addColumn(Table table, Column column) {
    String fallback = column.notNull() ? " DEFAULT " + defaultOf(table, column) : "";
    handle.execute(
        "ALTER TABLE \"%s\" ADD COLUMN %s%s"
            .formatted(table.name(), column.declaration(), fallback));
    if (column.field().isEmpty()) {
      keyed(table)
          .filter(field -> ResourceLayout.keyColumn(field).equals(column.name()))
          .forEach(field -> fillKeys(table, field));
    }
  }

  private String defaultOf(Table table, Column column) {
    return column
        .field()
        .flatMap(field -> defaults.literal(field))
        .orElseThrow(
            () ->
                refused(
                    "lacks %s.%s, which has no default".formatted(table.name(), column.name())));
  }

  private static Stream<FieldType> keyed(Table table) {
    return table.columns().stream()
        .flatMap(column -> column.field().stream())
        .filter(ResourceLayout::hasKey);
  }

  /** An object whose key another has already keeps its own until one of the two is renamed. */
  private void fillKeys(Table table, FieldType field) {
    handle.execute(
        "UPDATE OR IGNORE \"%s\" SET \"%s\" = nullif(%s(\"%s\"), '')"
            .formatted(
                table.name(), ResourceLayout.keyColumn(field), SqlFunctions.FOLD, field.name()));
  }

  private void addIndexes(Table table) {
    Set<String> present =
        new HashSet<>(
            handle
                .createQuery("SELECT name FROM pragma_index_list(?)")
                .bind(0, table.name())
                .mapTo(String.class)
                .list());
    for (Index index : table.indexes()) {
      if (!present.contains(index.name())) {
        create(index);
      }
    }
  }

  private void create(Index index) {
    try {
      handle.execute(index.create());
    } catch (org.jdbi.v3.core.statement.StatementException e) {
      throw refused(
          "has equal values in %s.%s, which this release declares as unique"
              .formatted(index.table(), index.column()));
    }
  }

  private static StartupException refused(String difference) {
    return new StartupException(
        ExitCode.DATA_UNUSABLE, "The database does not fit this release: it " + difference + ".");
  }
}
