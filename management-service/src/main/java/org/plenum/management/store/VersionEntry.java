package org.plenum.management.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A change set of the past.
 *
 * @param version configuration version that it made
 * @param time when it was made
 * @param author who made it
 * @param source where it came from: console, REST, setup and so on
 * @param objectCount number of objects that it touched
 * @param touched the same by resource and kind of change, in the order in which it was done
 */
public record VersionEntry(
    long version,
    Instant time,
    String author,
    String source,
    long objectCount,
    List<Touched> touched) {

  /**
   * Some objects of one resource.
   *
   * @param kind create, update or delete
   * @param count number of objects
   * @param firstJson the first of them in the form of the API, secrets masked
   */
  public record Touched(String resource, String kind, int count, String firstJson) {}

  public VersionEntry {
    touched = List.copyOf(touched);
  }

  /** Reads version, time, author, source and number of objects. */
  static VersionEntry read(ResultSet row) throws SQLException {
    return new VersionEntry(
        row.getLong(1),
        ColumnCodec.time(row.getLong(2)),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        List.of());
  }

  VersionEntry with(List<Touched> known) {
    return new VersionEntry(version, time, author, source, objectCount, known);
  }
}
