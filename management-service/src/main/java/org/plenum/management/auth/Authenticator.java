package org.plenum.management.auth;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.plenum.management.auth.AuthenticationSettings.Current;
import org.plenum.management.auth.Login.Granted;
import org.plenum.management.auth.Login.Refused;
import org.plenum.management.auth.Login.TryLater;
import org.plenum.model.access.Permission;
import org.plenum.model.resource.AuthenticationSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks names and passwords, for the API and the console alike (SYS-050 to SYS-055). Failures slow
 * down further attempts from the same address. Why somebody is refused only the log tells. Safe for
 * several threads.
 */
public final class Authenticator {
  private static final Logger log = LoggerFactory.getLogger(Authenticator.class);
  private static final Duration BUSY = Duration.ofSeconds(5);
  private static final int FREE_FAILURES_OF_NAME = 5;
  private static final int FREE_FAILURES_OF_ADDRESS = 20;
  private static final int MAX_CHARACTERS = 1_000;

  private final AuthenticationSettings settings;
  private final LocalPasswords local;
  private final DirectoryPasswords directory;
  private final CurrentAccounts accounts;
  private final VerifiedLogins verified;
  private final FailureLimiter byName;
  private final FailureLimiter byAddress;

  /**
   * Checks passwords where the settings say.
   *
   * @param accounts what those who are right may do
   */
  public Authenticator(
      AuthenticationSettings settings,
      LocalPasswords local,
      DirectoryPasswords directory,
      CurrentAccounts accounts,
      InstantSource clock) {
    this.settings = settings;
    this.local = local;
    this.directory = directory;
    this.accounts = accounts;
    this.verified = new VerifiedLogins(clock, new SecureRandom());
    this.byName = new FailureLimiter(FREE_FAILURES_OF_NAME, clock);
    this.byAddress = new FailureLimiter(FREE_FAILURES_OF_ADDRESS, clock);
  }

  /**
   * Looks at one attempt. May take a while.
   *
   * @param address where it comes from, an IP address
   * @param channel permission for the way in (SYS-061)
   */
  public Login authenticate(String username, String password, String address, Permission channel) {
    if (username.length() > MAX_CHARACTERS || password.length() > MAX_CHARACTERS) {
      return new Refused();
    }
    Optional<Account> known =
        verified.find(username, password).flatMap(identity -> entering(identity, channel));
    if (known.isPresent()) {
      return new Granted(known.get());
    }
    String nameKey = address + ' ' + username;
    Duration wait = longer(byName.waitFor(nameKey), byAddress.waitFor(address));
    if (wait.isPositive()) {
      return new TryLater(wait);
    }
    return switch (check(username, password)) {
      case Verdict.Busy() -> new TryLater(BUSY);
      case Verdict.Unanswered unanswered -> refused(address, unanswered.cause());
      case Verdict.Wrong wrong -> failed(address, nameKey, wrong.cause());
      case Verdict.Right right -> {
        Optional<Account> account = entering(right.identity(), channel);
        if (account.isEmpty()) {
          yield failed(address, nameKey, "the password is right, but no role opens this way in");
        }
        byName.succeeded(nameKey);
        verified.add(username, password, right.identity());
        yield new Granted(account.get());
      }
    };
  }

  /** Forgets what was verified, after passwords of accounts have been changed. */
  public void forget() {
    verified.clear();
  }

  private Optional<Account> entering(Identity identity, Permission channel) {
    return accounts.of(identity).filter(account -> account.mayEnter(channel));
  }

  /** The local database first, so that a directory that is away delays no local account. */
  private Verdict check(String username, String password) {
    Optional<Current> current = settings.current();
    AuthenticationSource source = AuthenticationSettings.source(current);
    if (!source.includesLocal()) {
      return directory.check(current.orElseThrow(), username, password);
    }
    Verdict verdict = local.check(username, password);
    if (!source.includesLdap() || !(verdict instanceof Verdict.Wrong)) {
      return verdict;
    }
    Verdict second = directory.check(current.orElseThrow(), username, password);
    // Whoever guesses the password of a local account must not do so while the directory is away.
    return second instanceof Verdict.Right || !local.knows(username) ? second : verdict;
  }

  private Login failed(String address, String nameKey, String cause) {
    byName.failed(nameKey);
    byAddress.failed(address);
    return refused(address, cause);
  }

  private static Login refused(String address, String cause) {
    log.warn("Refused a log-in from {}: {}", address, cause);
    return new Refused();
  }

  private static Duration longer(Duration left, Duration right) {
    return left.compareTo(right) > 0 ? left : right;
  }
}
