package org.plenum.management.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Checks the database file and migrates the platform's own tables before anything else uses it. */
final class DatabaseFile {
  private final Path file;

  DatabaseFile(Path file) {
    this.file = file;
  }

  /** Makes the file if there is none; afterwards it is whole and of this release. */
  void prepare() {
    try {
      if (Files.notExists(file)) {
        Files.createFile(file, DataFolder.ownerOnly(file, "rw-------"));
      }
      checkIntegrity();
      migrate();
    } catch (FlywayValidateException e) {
      throw new StartupException(
          ExitCode.DATA_UNUSABLE,
          "The database %s was written by another release of Plenum.".formatted(file),
          e);
    } catch (IOException | SQLException | FlywayException e) {
      throw unusable(file, e);
    }
  }

  static StartupException unusable(Path file, Exception cause) {
    return new StartupException(
        ExitCode.DATA_UNUSABLE,
        "The database %s is damaged or cannot be read or written.".formatted(file),
        cause);
  }

  /** Reads every page once: damage is found here, not in the middle of a call to the API. */
  private void checkIntegrity() throws SQLException {
    try (Connection connection = Database.settings().createConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("PRAGMA quick_check(1)")) {
      String verdict = answer.next() ? answer.getString(1) : "no answer";
      if (!verdict.equals("ok")) {
        throw new SQLException("quick_check: " + verdict);
      }
    }
  }

  private void migrate() {
    SQLiteConfig settings = Database.settings();
    SQLiteDataSource source = new SQLiteDataSource(settings);
    source.setUrl("jdbc:sqlite:" + file);
    Flyway.configure(DatabaseFile.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:org/plenum/management/store/migration")
        .table("schema_history")
        .failOnMissingLocations(true)
        // A migration that this release does not know means that a newer one wrote the file.
        .ignoreMigrationPatterns(new String[0])
        .load()
        .migrate();
  }
}
