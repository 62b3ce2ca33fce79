package org.plenum.management.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * What one change set did to one object.
 *
 * @param version configuration version that the change set made
 * @param time when it was made
 * @param author who made it
 * @param source where it came from: console, REST, setup and so on
 * @param kind create, update or delete
 * @param beforeJson the object as it was, in the form of the API, secrets masked
 * @param afterJson the object as it became, likewise
 */
public record HistoryEntry(
    long version,
    Instant time,
    String author,
    String source,
    String kind,
    Optional<String> beforeJson,
    Optional<String> afterJson) {
  /** Reads version, time, author, source, kind, before and after. */
  static HistoryEntry read(ResultSet row) throws SQLException {
    return new HistoryEntry(
        row.getLong(1),
        ColumnCodec.time(row.getLong(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        Optional.ofNullable(row.getString(6)),
        Optional.ofNullable(row.getString(7)));
  }
}
