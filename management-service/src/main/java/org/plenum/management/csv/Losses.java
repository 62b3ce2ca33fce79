package org.plenum.management.csv;

import java.util.List;
import java.util.Objects;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Values;

/** What an object loses when a record overwrites it. */
final class Losses {
  private Losses() {}

  /** Labels of the fields that are set and go back to their default. */
  static List<String> of(CsvFormat format, Values wanted, Values present) {
    return format.columns().stream()
        .filter(column -> column.role() == CsvColumn.Role.OBJECT)
        .flatMap(column -> column.field().stream())
        .filter(field -> isDefault(field, wanted) && !isDefault(field, present))
        .map(FieldType::label)
        .toList();
  }

  private static boolean isDefault(FieldType field, Values values) {
    return field
        .fallback()
        .filter(fallback -> Objects.equals(fallback.value(), values.get(field.name())))
        .isPresent();
  }
}
