package org.plenum.management.auth;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.plenum.management.auth.Accounts.Stored;
import org.plenum.management.auth.Login.Granted;
import org.plenum.management.auth.Login.Refused;
import org.plenum.management.auth.Login.TryLater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks names and passwords, for the API and the console alike. An unknown name takes as long as a
 * wrong password; failures slow down further attempts from the same address; few checks run at the
 * same time, since each takes much memory and time. Safe for several threads.
 */
public final class Authenticator {
  private static final Logger log = LoggerFactory.getLogger(Authenticator.class);
  private static final int CHECKS_AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int FREE_FAILURES_OF_NAME = 5;
  private static final int FREE_FAILURES_OF_ADDRESS = 20;
  private static final int MAX_CHARACTERS = 1_000;

  private final Accounts accounts;
  private final VerifiedLogins verified;
  private final FailureLimiter byName;
  private final FailureLimiter byAddress;
  private final Semaphore checks = new Semaphore(CHECKS_AT_ONCE, true);
  private final PasswordHash ofNobody;

  /** Checks against these accounts. */
  public Authenticator(Accounts accounts, InstantSource clock) {
    SecureRandom random = new SecureRandom();
    this.accounts = accounts;
    this.verified = new VerifiedLogins(clock, random);
    this.byName = new FailureLimiter(FREE_FAILURES_OF_NAME, clock);
    this.byAddress = new FailureLimiter(FREE_FAILURES_OF_ADDRESS, clock);
    this.ofNobody = PasswordHash.of("", random);
  }

  /**
   * Looks at one attempt. May take a while.
   *
   * @param address where it comes from, an IP address
   */
  public Login authenticate(String username, String password, String address) {
    if (username.length() > MAX_CHARACTERS || password.length() > MAX_CHARACTERS) {
      return new Refused();
    }
    Optional<Account> known = verified.find(username, password);
    if (known.isPresent()) {
      return new Granted(known.get());
    }
    String nameKey = address + ' ' + username;
    Duration wait = longer(byName.waitFor(nameKey), byAddress.waitFor(address));
    if (wait.isPositive()) {
      return new TryLater(wait);
    }
    return check(username, password, address, nameKey);
  }

  /** Forgets what was verified, after accounts have been changed. */
  public void forget() {
    verified.clear();
  }

  private Login check(String username, String password, String address, String nameKey) {
    Optional<Boolean> right = withPermit(() -> matches(username, password));
    if (right.isEmpty()) {
      return new TryLater(PATIENCE);
    }
    Optional<Account> account = right.get() ? accounts.find(username) : Optional.empty();
    if (account.isEmpty()) {
      byName.failed(nameKey);
      byAddress.failed(address);
      log.warn("Refused a log-in from {}", address);
      return new Refused();
    }
    byName.succeeded(nameKey);
    verified.add(username, password, account.get());
    return new Granted(account.get());
  }

  private boolean matches(String username, String password) {
    Optional<PasswordHash> hash =
        accounts.findStored(username).map(Stored::passwordHash).flatMap(PasswordHash::parse);
    return hash.orElse(ofNobody).matches(password) && hash.isPresent();
  }

  private Optional<Boolean> withPermit(java.util.function.BooleanSupplier check) {
    try {
      if (!checks.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(check.getAsBoolean());
    } finally {
      checks.release();
    }
  }

  private static Duration longer(Duration left, Duration right) {
    return left.compareTo(right) > 0 ? left : right;
  }
}
