package org.plenum.management.store;

import java.time.InstantSource;
import java.util.Optional;
import org.plenum.model.config.FieldType;

/** Declared defaults as SQL literals, for columns that are added to a table with rows. */
final class ColumnDefaults {
  private final ColumnCodec codec;
  private final InstantSource clock;

  ColumnDefaults(ColumnCodec codec, InstantSource clock) {
    this.codec = codec;
    this.clock = clock;
  }

  /** The literal, or empty if the declaration gives no default other than null. */
  Optional<String> literal(FieldType field) {
    return field
        .fallback()
        .map(fallback -> codec.defaultColumn(field, fallback.at(clock.instant())))
        .map(
            value ->
                value instanceof String text
                    ? "'" + text.replace("'", "''") + "'"
                    : String.valueOf(value));
  }
}
