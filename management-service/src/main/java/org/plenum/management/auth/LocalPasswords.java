package org.plenum.management.auth;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.plenum.management.auth.Accounts.Stored;

/**
 * Checks passwords of local accounts. An unknown name takes as long as a wrong password; few checks
 * run at the same time, since each takes much memory and time. Safe for several threads.
 */
public final class LocalPasswords {
  private static final int CHECKS_AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Accounts accounts;
  private final PasswordHash ofNobody = PasswordHash.of("", new SecureRandom());
  private final Turnstile turnstile = new Turnstile(CHECKS_AT_ONCE, PATIENCE);

  public LocalPasswords(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Whether this is the password of an account, whoever may log in now. */
  public boolean isRight(String username, String password) {
    return check(username, password) instanceof Verdict.Right;
  }

  /** Whether there is an account of this name. */
  boolean knows(String username) {
    return accounts.knows(username);
  }

  Verdict check(String username, String password) {
    return turnstile.pass(
        () ->
            matches(username, password)
                ? new Verdict.Right(Identity.Local.withPassword(username))
                : new Verdict.Wrong("no local account has this name and password"));
  }

  private boolean matches(String username, String password) {
    Optional<PasswordHash> hash =
        accounts.find(username).map(Stored::passwordHash).flatMap(PasswordHash::parse);
    return hash.orElse(ofNobody).matches(password) && hash.isPresent();
  }
}
