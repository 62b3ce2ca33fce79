package org.plenum.management.auth;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.plenum.management.store.Database;

/** The administrator accounts in the database. Safe for several threads. */
public final class Accounts {
  private final Database database;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Accounts(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** An account with the text form of its password's hash. */
  record Stored(Account account, String passwordHash) {}

  /** Whether there is any account. */
  public boolean any() {
    return database.read(
        handle ->
            handle.createQuery("SELECT EXISTS (SELECT 1 FROM account)").mapTo(Boolean.class).one());
  }

  /** The account with this name. */
  public Optional<Account> find(String username) {
    return database.read(handle -> stored(handle, username)).map(Stored::account);
  }

  Optional<Stored> findStored(String username) {
    return database.read(handle -> stored(handle, username));
  }

  private static Optional<Stored> stored(Handle handle, String username) {
    return handle
        .createQuery("SELECT username, role, password_hash FROM account WHERE username = ?")
        .bind(0, username)
        .map(
            (row, context) ->
                new Stored(account(row.getString(1), Role.of(row.getString(2))), row.getString(3)))
        .findOne();
  }

  private static Account account(String username, Role role) {
    return new Account(
        Identity.Local.withPassword(username), List.of(role.wire()), role.permissions());
  }

  /** Adds an account, or gives an existing one this password and role. */
  public void put(String username, String password, Role role) {
    String hash = PasswordHash.of(password, random).text();
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO account (username, password_hash, role, created) VALUES (?, ?, ?, ?)
                ON CONFLICT (username)
                DO UPDATE SET password_hash = excluded.password_hash, role = excluded.role""",
                username,
                hash,
                role.wire(),
                ChronoUnit.MICROS.between(java.time.Instant.EPOCH, clock.instant())));
  }
}
