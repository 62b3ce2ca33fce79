package org.plenum.management.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plenum.management.store.Table.Index;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceType;

/**
 * Tables of one resource: a table with a column for each field, and a link table for each list of
 * references. Children are rows of their own resource's table.
 *
 * <p>A unique text has a second column with the form in which it is compared, since SQLite itself
 * ignores case for ASCII only.
 */
record ResourceLayout(ResourceType<?> type) {
  static final String PREFIX = "cfg_";
  static final String ID = "id";
  static final String REVISION = "revision";
  static final String OWNER = "owner";
  static final String POSITION = "position";
  static final String TARGET = "target";
  private static final String KEY_SUFFIX = "__key";

  static String tableOf(String resource) {
    return PREFIX + resource;
  }

  /** Name of the table of the resource. */
  String table() {
    return tableOf(type.name());
  }

  /** Name of the table with the references of a field. */
  String linkTable(FieldType field) {
    return table() + "__" + field.name();
  }

  /** Fields that are a column of the table. */
  List<FieldType> columnFields() {
    return type.fields().stream()
        .filter(field -> field.kind() != Kind.REFERENCES && field.kind().isStored())
        .toList();
  }

  /** Fields that have a link table. */
  List<FieldType> linkFields() {
    return type.fields().stream().filter(field -> field.kind() == Kind.REFERENCES).toList();
  }

  /** Whether values are compared by a column of their own. */
  static boolean hasKey(FieldType field) {
    return field.unique() && field.kind() == Kind.TEXT && !field.caseMatters();
  }

  /** Name of the column by which unique values of a field are compared. */
  static String keyColumn(FieldType field) {
    return hasKey(field) ? field.name() + KEY_SUFFIX : field.name();
  }

  /**
   * Where the references of a field are.
   *
   * @param table has a row for each
   * @param holder column with the object that refers
   * @param target column with the object that it refers to, which has an index
   */
  record References(String table, String holder, String target) {}

  /** Where the references of a field are, of one or of several. */
  References references(FieldType field) {
    return field.kind() == Kind.REFERENCES
        ? new References(linkTable(field), OWNER, TARGET)
        : new References(table(), ID, field.name());
  }

  /** All tables. */
  List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    tables.add(mainTable());
    linkFields().forEach(field -> tables.add(link(field)));
    return tables;
  }

  private Table mainTable() {
    List<Column> columns = new ArrayList<>(List.of(Column.integer(ID), Column.integer(REVISION)));
    List<Index> indexes = new ArrayList<>();
    for (FieldType field : columnFields()) {
      columns.add(column(field));
      if (hasKey(field)) {
        columns.add(Column.key(keyColumn(field)));
      }
      // Long lists are ordered by name and by time.
      if (field.unique()
          || field.indexed()
          || field.kind() == Kind.REFERENCE
          || field.kind() == Kind.TIME) {
        indexes.add(new Index(table(), keyColumn(field), field.unique()));
      }
    }
    return new Table(table(), columns, List.of(ID), indexes);
  }

  private static Column column(FieldType field) {
    return new Column(
        field.name(),
        sqlType(field.kind()),
        !field.nullable(),
        field.kind() == Kind.REFERENCE
            ? field.target().map(ResourceLayout::tableOf)
            : Optional.empty(),
        Optional.of(field));
  }

  private Table link(FieldType field) {
    String name = linkTable(field);
    return new Table(
        name,
        List.of(
            Column.reference(OWNER, table()),
            Column.integer(POSITION),
            Column.reference(TARGET, tableOf(field.target().orElseThrow()))),
        List.of(OWNER, POSITION),
        List.of(new Index(name, TARGET, false)));
  }

  private static String sqlType(Kind kind) {
    return switch (kind) {
      case TEXT, CHOICE, TEXTS, CHOICES -> "TEXT";
      case INTEGER, BOOLEAN, TIME, REFERENCE -> "INTEGER";
      case REFERENCES, CHILDREN, INVERSE ->
          throw new IllegalArgumentException(kind + " is no column");
    };
  }
}
