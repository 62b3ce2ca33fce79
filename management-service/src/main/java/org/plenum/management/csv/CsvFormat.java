package org.plenum.management.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.management.csv.CsvColumn.Role;
import org.plenum.management.store.SecretCipher;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.csv.CsvFamily;

/**
 * The columns of a kind of file, and how they relate to the fields of a resource. Immutable.
 *
 * @param family kind of file
 * @param type resource
 * @param key column that tells which object a record is about, by itself or together with the
 *     column of role {@link Role#LIST}
 * @param columns all columns in the order that they have in a file without header
 * @param children list of children that columns of role {@link Role#CHILD} make
 */
record CsvFormat(
    CsvFamily family,
    ResourceType<?> type,
    CsvColumn key,
    List<CsvColumn> columns,
    Optional<FieldType> children) {

  CsvFormat {
    columns = List.copyOf(columns);
  }

  /** Columns of a file without header, and of an exported one. */
  List<CsvColumn> written() {
    return columns.stream().filter(column -> column.role() != Role.IGNORED).toList();
  }

  Optional<CsvColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The column for a field of the object, or of its children. */
  Optional<CsvColumn> columnOf(String field, boolean ofChild) {
    return columns.stream()
        .filter(column -> (column.role() == Role.CHILD) == ofChild)
        .filter(column -> column.field().map(FieldType::name).equals(Optional.of(field)))
        .findFirst();
  }

  Optional<CsvColumn> listColumn() {
    return columns.stream().filter(column -> column.role() == Role.LIST).findFirst();
  }

  /** The column that tells one child from another. */
  Optional<CsvColumn> childKey() {
    return columns.stream().filter(column -> column.role() == Role.CHILD).findFirst();
  }

  List<NamedTarget> targets() {
    return columns.stream().flatMap(column -> column.target().stream()).distinct().toList();
  }

  /** Values that all objects of the file have. */
  Values fixed() {
    return Values.of(family.fixed());
  }

  /** Whether files of this kind hold the object. */
  boolean holds(StoredObject object) {
    return family.fixed().entrySet().stream()
        .allMatch(fixed -> object.values().text(fixed.getKey()).equals(fixed.getValue()));
  }

  /** Declares a format column by column, in the order of the file. */
  static final class Builder {
    private final ResourceCatalog catalog;
    private final SecretCipher cipher;
    private final CsvFamily family;
    private final ResourceType<?> type;
    private final Map<String, CsvColumn> columns = new LinkedHashMap<>();
    private Optional<FieldType> children = Optional.empty();

    Builder(ResourceCatalog catalog, SecretCipher cipher, CsvFamily family, ResourceType<?> type) {
      this.catalog = catalog;
      this.cipher = cipher;
      this.family = family;
      this.type = type;
    }

    /** Columns with the names of their fields; the kind of the field says what they mean. */
    Builder fields(String... names) {
      for (String name : names) {
        FieldType field = type.field(name).orElseThrow();
        add(name, Role.OBJECT, field, cellOf(field), Optional.empty());
      }
      return this;
    }

    private Cell cellOf(FieldType field) {
      return field.secret()
          ? Cells.secret(cipher, "csv." + type.name() + "." + field.name())
          : Cells.of(field);
    }

    /** Bandwidths, which files have in bit/s. */
    Builder bandwidths(String... names) {
      for (String name : names) {
        FieldType field = type.field(name).orElseThrow();
        add(name, Role.OBJECT, field, Cells.bandwidth(field), Optional.empty());
      }
      return this;
    }

    /** A column with the name of the object that a field refers to. */
    Builder named(String column, String fieldName) {
      FieldType field = type.field(fieldName).orElseThrow();
      NamedTarget target = NamedTarget.any(catalog.target(field));
      return add(column, Role.OBJECT, field, Cells.reference(target), Optional.of(target));
    }

    /**
     * A column with the name of one of the objects that a list refers to: there is a record for
     * each.
     *
     * @param among values that the named objects must have
     */
    Builder oneOf(String column, String fieldName, String label, Map<String, List<String>> among) {
      FieldType field = type.field(fieldName).orElseThrow();
      NamedTarget target = new NamedTarget(catalog.target(field), label, among);
      return add(column, Role.LIST, field, Cells.reference(target), Optional.of(target));
    }

    /** A column with a field of a child: there is a record for each child. */
    Builder ofChild(String column, String fieldName) {
      FieldType list = type.childFields().getFirst();
      children = Optional.of(list);
      FieldType field = catalog.target(list).field(fieldName).orElseThrow();
      return add(column, Role.CHILD, field, Cells.of(field), Optional.empty());
    }

    /** A column that files may have, with a header, and that means nothing. */
    Builder ignored(String column) {
      columns.put(
          column,
          new CsvColumn(column, Role.IGNORED, Optional.empty(), Cells.TEXT, Optional.empty()));
      return this;
    }

    private Builder add(
        String name, Role role, FieldType field, Cell cell, Optional<NamedTarget> target) {
      if (field.kind().isReference() != target.isPresent() || !field.kind().isStored()) {
        throw new IllegalArgumentException(name + " does not fit the field " + field.name());
      }
      columns.put(name, new CsvColumn(name, role, Optional.of(field), cell, target));
      return this;
    }

    /** The format; its first column is the key. */
    CsvFormat build() {
      List<CsvColumn> all = new ArrayList<>(columns.values());
      return new CsvFormat(family, type, all.getFirst(), all, children);
    }
  }
}
