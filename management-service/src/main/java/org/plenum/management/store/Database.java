package org.plenum.management.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * The SQLite file: one connection that writes, a few that read at the same time. A write is on disk
 * when {@link #write} returns (write-ahead log, synchronous FULL); a reader sees one version from
 * its first to its last statement and never waits for the writer. Safe for several threads.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);
  private static final long MAX_WAL_BYTES = 64L * 1024 * 1024;

  private final ReentrantLock writing = new ReentrantLock(true);
  private final Handle writer;
  private final BlockingQueue<Handle> idleReaders = new ArrayBlockingQueue<>(READERS);
  private final List<Handle> readers = new ArrayList<>();

  private Database(Path file) throws SQLException {
    writer = handle(file, false);
    try {
      for (int i = 0; i < READERS; i++) {
        Handle reader = handle(file, true);
        readers.add(reader);
        idleReaders.add(reader);
      }
    } catch (SQLException e) {
      closeAll();
      throw e;
    }
  }

  /**
   * Opens the file, making it if there is none, checks it and brings the platform's own tables up
   * to date.
   *
   * @throws org.plenum.model.process.StartupException if the file is damaged or of a newer release
   */
  public static Database open(Path file) {
    new DatabaseFile(file).prepare();
    try {
      return new Database(file);
    } catch (SQLException e) {
      throw DatabaseFile.unusable(file, e);
    }
  }

  /** Settings of every connection to the file. */
  static SQLiteConfig settings() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
    config.setJournalSizeLimit((int) MAX_WAL_BYTES);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    return config;
  }

  private static Handle handle(Path file, boolean reader) throws SQLException {
    SQLiteConfig config = settings();
    if (reader) {
      config.setTransactionMode(TransactionMode.DEFERRED);
    }
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    if (reader) {
      try (var statement = connection.createStatement()) {
        statement.execute("PRAGMA query_only = ON");
      }
    }
    SqlFunctions.addTo(connection);
    return Jdbi.open(connection);
  }

  /**
   * Runs work in one transaction: all of it is on disk when this returns, or none of it if the work
   * throws. Writers take turns in the order in which they come.
   *
   * @throws StoreException if the turn does not come in time
   */
  public <T> T write(Function<Handle, T> work) {
    takeTurn();
    try {
      return writer.inTransaction(work::apply);
    } finally {
      writing.unlock();
    }
  }

  /**
   * Runs work in one transaction, then something that must happen in the order of commits, before
   * the next writer has its turn.
   */
  public <T> T write(Function<Handle, T> work, java.util.function.Consumer<T> afterCommit) {
    takeTurn();
    try {
      T result = writer.inTransaction(work::apply);
      afterCommit.accept(result);
      return result;
    } finally {
      writing.unlock();
    }
  }

  /**
   * Runs work that only reads, all of it on the same version of the data.
   *
   * @throws StoreException if no connection becomes free in time
   */
  public <T> T read(Function<Handle, T> work) {
    Handle reader = borrow();
    try {
      return reader.inTransaction(work::apply);
    } finally {
      idleReaders.add(reader);
    }
  }

  private void takeTurn() {
    try {
      if (!writing.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreException("The store is too busy to write.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted while waiting to write.", e);
    }
  }

  private Handle borrow() {
    try {
      Handle reader = idleReaders.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (reader == null) {
        throw new StoreException("The store is too busy to read.");
      }
      return reader;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted while waiting to read.", e);
    }
  }

  /**
   * Waits for the writer to finish, then closes all connections; the write-ahead log is emptied.
   */
  @Override
  public void close() {
    writing.lock();
    try {
      closeAll();
    } finally {
      writing.unlock();
    }
  }

  private void closeAll() {
    readers.forEach(Handle::close);
    writer.close();
  }
}
