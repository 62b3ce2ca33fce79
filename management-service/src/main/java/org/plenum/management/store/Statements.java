package org.plenum.management.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Statements that stay prepared for their next use, the latest of each connection: to prepare one
 * takes longer than to run it, and a large change set runs the same ones over and over. Safe for
 * several threads, each with a connection of its own.
 */
final class Statements {
  private static final int KEPT_PER_CONNECTION = 100;

  private final Map<Connection, Kept> byConnection = new ConcurrentHashMap<>();

  private static final class Kept extends LinkedHashMap<String, PreparedStatement> {
    private static final long serialVersionUID = 1L;

    Kept() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, PreparedStatement> eldest) {
      if (size() <= KEPT_PER_CONNECTION) {
        return false;
      }
      try {
        eldest.getValue().close();
      } catch (SQLException e) {
        throw failed(e);
      }
      return true;
    }
  }

  /** Reads one row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs a statement that gives rows, and reads them all. */
  <T> List<T> query(Handle handle, String sql, List<?> parameters, RowReader<T> reader) {
    try {
      PreparedStatement statement = prepared(handle, sql, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> result = new ArrayList<>();
        while (rows.next()) {
          result.add(reader.read(rows));
        }
        return result;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs a statement that gives no rows. */
  void update(Handle handle, String sql, List<?> parameters) {
    try {
      prepared(handle, sql, parameters).executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private PreparedStatement prepared(Handle handle, String sql, List<?> parameters)
      throws SQLException {
    Connection connection = handle.getConnection();
    Kept kept = byConnection.computeIfAbsent(connection, any -> new Kept());
    PreparedStatement statement = kept.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      kept.put(sql, statement);
    }
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
    return statement;
  }

  private static StoreException failed(SQLException e) {
    return new StoreException("The store failed.", e);
  }
}
