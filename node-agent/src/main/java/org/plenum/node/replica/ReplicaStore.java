package org.plenum.node.replica;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/**
 * The replica on disk: every object as text, with the version that they are together. A snapshot or
 * a delta is one transaction, so a crash leaves either the state before or the state after it. What
 * the objects mean is not known here. The parts of a snapshot are put aside as they come.
 *
 * <p>Thread-safe: one writer at a time.
 */
public final class ReplicaStore implements AutoCloseable {

  private static final String OBJECTS = "object";

  /** Objects of a snapshot that is not complete. */
  private static final String STAGE = "stage";

  private static final String CREATE_OBJECTS =
      """
      CREATE TABLE IF NOT EXISTS %s (
        resource TEXT NOT NULL,
        id INTEGER NOT NULL,
        json TEXT NOT NULL,
        PRIMARY KEY (resource, id)
      ) WITHOUT ROWID
      """;
  private static final String CREATE_STATE =
      """
      CREATE TABLE IF NOT EXISTS state (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        deployment_uuid TEXT NOT NULL,
        version INTEGER NOT NULL
      )
      """;

  private final Connection connection;

  private ReplicaStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens or creates the replica.
   *
   * @throws StartupException the file cannot be used
   */
  public static ReplicaStore open(Path file) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = FULL");
        statement.execute("PRAGMA busy_timeout = 5000");
        statement.execute(CREATE_OBJECTS.formatted(OBJECTS));
        statement.execute(CREATE_STATE);
        emptyStage(statement);
      }
      connection.setAutoCommit(false);
      return new ReplicaStore(connection);
    } catch (SQLException e) {
      throw new StartupException(
          ExitCode.DATA_UNUSABLE,
          "The configuration replica " + file + " cannot be used: " + e.getMessage(),
          e);
    }
  }

  /** What the replica is a copy of. */
  public synchronized ReplicaState state() throws ReplicaException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT deployment_uuid, version FROM state")) {
      ReplicaState state =
          row.next() ? new ReplicaState(row.getString(1), row.getLong(2)) : ReplicaState.EMPTY;
      connection.rollback();
      return state;
    } catch (SQLException e) {
      throw failed("be read", e);
    }
  }

  /** Hands out every object, ordered by resource and identifier. */
  public synchronized void forEach(Consumer<ReplicaEntry> consumer) throws ReplicaException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT resource, id, json FROM object ORDER BY resource, id")) {
      while (row.next()) {
        consumer.accept(
            new ReplicaEntry(
                new ReplicaKey(row.getString(1), row.getLong(2)), Optional.of(row.getString(3))));
      }
      connection.rollback();
    } catch (SQLException e) {
      throw failed("be read", e);
    }
  }

  /** Begins a snapshot; what is left of one before it is forgotten. */
  synchronized void clearStage() throws ReplicaException {
    try (Statement statement = connection.createStatement()) {
      emptyStage(statement);
      connection.commit();
    } catch (SQLException e) {
      throw rolledBack(e);
    }
  }

  private static void emptyStage(Statement statement) throws SQLException {
    statement.execute("DROP TABLE IF EXISTS " + STAGE);
    statement.execute(CREATE_OBJECTS.formatted(STAGE));
  }

  /** Puts objects of a snapshot aside. */
  synchronized void stage(List<ReplicaEntry> entries) throws ReplicaException {
    try {
      write(STAGE, entries);
      connection.commit();
    } catch (SQLException e) {
      throw rolledBack(e);
    }
  }

  /** Replaces everything with the snapshot that was put aside. */
  synchronized void replace(ReplicaState state) throws ReplicaException {
    try {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DROP TABLE " + OBJECTS);
        statement.execute("ALTER TABLE " + STAGE + " RENAME TO " + OBJECTS);
        emptyStage(statement);
      }
      writeState(state);
      connection.commit();
    } catch (SQLException e) {
      throw rolledBack(e);
    }
  }

  /**
   * Applies changes.
   *
   * @throws ReplicaException the replica is not at the version that the changes start from
   */
  public synchronized void apply(long fromVersion, long toVersion, List<ReplicaEntry> entries)
      throws ReplicaException {
    ReplicaState current = state();
    if (current.version() != fromVersion) {
      throw new ReplicaException(
          "The replica is at version " + current.version() + ", not at " + fromVersion + ".");
    }
    try {
      write(OBJECTS, entries);
      writeState(new ReplicaState(current.deploymentUuid(), toVersion));
      connection.commit();
    } catch (SQLException e) {
      throw rolledBack(e);
    }
  }

  private void write(String table, List<ReplicaEntry> entries) throws SQLException {
    try (PreparedStatement put =
            connection.prepareStatement(
                "INSERT OR REPLACE INTO " + table + " (resource, id, json) VALUES (?, ?, ?)");
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM " + table + " WHERE resource = ? AND id = ?")) {
      for (ReplicaEntry entry : entries) {
        PreparedStatement statement = entry.json().isPresent() ? put : delete;
        statement.setString(1, entry.key().resource());
        statement.setLong(2, entry.key().id());
        if (entry.json().isPresent()) {
          statement.setString(3, entry.json().get());
        }
        statement.executeUpdate();
      }
    }
  }

  private void writeState(ReplicaState state) throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO state (one, deployment_uuid, version) VALUES (1, ?, ?)")) {
      put.setString(1, state.deploymentUuid());
      put.setLong(2, state.version());
      put.executeUpdate();
    }
  }

  private ReplicaException rolledBack(SQLException cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
    return failed("be written", cause);
  }

  private static ReplicaException failed(String what, SQLException cause) {
    return new ReplicaException("The replica could not " + what + ": " + cause.getMessage(), cause);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The replica could not be closed", e);
    }
  }
}
