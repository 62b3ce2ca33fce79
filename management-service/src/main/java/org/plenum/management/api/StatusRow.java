package org.plenum.management.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.management.query.Row;

/** An object of a status resource: values by field name. */
final class StatusRow implements Row {

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  StatusRow with(String field, @Nullable Object value) {
    // Whole numbers are compared as Long, whatever width they came in.
    values.put(field, value instanceof Integer number ? Long.valueOf(number) : value);
    return this;
  }

  /** With a time in milliseconds since 1970, where 0 means never. */
  StatusRow withTime(String field, long millis) {
    return with(field, millis == 0 ? null : Instant.ofEpochMilli(millis));
  }

  @Override
  public @Nullable Object value(String attribute) {
    return values.get(attribute);
  }

  String id() {
    return String.valueOf(values.get("id"));
  }
}
