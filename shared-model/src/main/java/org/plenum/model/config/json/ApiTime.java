package org.plenum.model.config.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times as the management API writes them: ISO 8601 in UTC, without the zone. */
public final class ApiTime {
  /** Always with seconds, which clients of the API expect. */
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC);

  private ApiTime() {}

  /** For instance {@code 2026-01-31T12:00:00.123456}. */
  public static String write(Instant time) {
    return WRITTEN.format(time.truncatedTo(ChronoUnit.MICROS));
  }

  /** Reads a time with or without zone; without one it is UTC. */
  public static Optional<Instant> read(String text) {
    try {
      boolean zoned = text.endsWith("Z") || text.matches(".*[+-][0-9]{2}:[0-9]{2}");
      return Optional.of(
          zoned
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
