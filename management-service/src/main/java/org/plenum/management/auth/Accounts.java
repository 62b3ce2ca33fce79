package org.plenum.management.auth;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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

  /** What is kept of an account: its role, and the text form of its password's hash. */
  record Stored(Role role, String passwordHash) {}

  /** Whether there is any account. */
  public boolean any() {
    return database.read(
        handle ->
            handle.createQuery("SELECT EXISTS (SELECT 1 FROM account)").mapTo(Boolean.class).one());
  }

  /** Whether there is an account with this name. */
  public boolean knows(String username) {
    return find(username).isPresent();
  }

  /** What somebody may do; empty if there is no such account any more. */
  public Optional<Account> of(Identity.Local identity) {
    return find(identity.username())
        .map(Stored::role)
        .map(role -> new Account(identity, List.of(role.wire()), role.permissions()));
  }

  Optional<Stored> find(String username) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT role, password_hash FROM account WHERE username = ?")
                .bind(0, username)
                .map((row, context) -> new Stored(Role.of(row.getString(1)), row.getString(2)))
                .findOne());
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
