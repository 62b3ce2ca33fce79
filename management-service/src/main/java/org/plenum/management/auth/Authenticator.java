package org.plenum.management.auth;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plenum.management.auth.AuthenticationSettings.Current;
import org.plenum.management.auth.Login.Granted;
import org.plenum.management.auth.Login.Refused;
import org.plenum.management.auth.Login.TryLater;
import org.plenum.model.access.Permission;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.resource.AuthenticationSource;
import org.plenum.model.resource.ClientCertificateMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks who logs in, for the API and the console alike (SYS-050 to SYS-055): by name and password,
 * or by certificate where the settings require one (SYS-034). Failures slow down further attempts
 * from the same address. Why somebody is refused only the log tells. Safe for several threads.
 */
public final class Authenticator {
  private static final Logger log = LoggerFactory.getLogger(Authenticator.class);
  private static final Duration BUSY = Duration.ofSeconds(5);
  private static final int FREE_FAILURES_OF_NAME = 5;
  private static final int FREE_FAILURES_OF_ADDRESS = 20;
  private static final int MAX_CHARACTERS = 1_000;

  private final AuthenticationSettings settings;
  private final LocalPasswords local;
  private final DirectoryIdentities directory;
  private final AdministratorCertificates certificates;
  private final CurrentAccounts accounts;
  private final VerifiedLogins verified;
  private final FailureLimiter byName;
  private final FailureLimiter byAddress;

  /**
   * Checks proofs where the settings say.
   *
   * @param accounts what those who are right may do
   */
  public Authenticator(
      AuthenticationSettings settings,
      LocalPasswords local,
      DirectoryIdentities directory,
      AdministratorCertificates certificates,
      CurrentAccounts accounts,
      InstantSource clock) {
    this.settings = settings;
    this.local = local;
    this.directory = directory;
    this.certificates = certificates;
    this.accounts = accounts;
    this.verified = new VerifiedLogins(clock, new SecureRandom());
    this.byName = new FailureLimiter(FREE_FAILURES_OF_NAME, clock);
    this.byAddress = new FailureLimiter(FREE_FAILURES_OF_ADDRESS, clock);
  }

  /** Whether a certificate is asked for, and passwords are worth nothing (SYS-034). */
  public boolean requiresCertificate() {
    return requiresCertificate(settings.current());
  }

  private static boolean requiresCertificate(Optional<Current> current) {
    return AuthenticationSettings.proof(current) != ClientCertificateMode.NOT_REQUIRED;
  }

  /**
   * Looks at one attempt. May take a while.
   *
   * @param address where it comes from, an IP address
   * @param channel permission for the way in (SYS-061)
   */
  public Login authenticate(Proof proof, String address, Permission channel) {
    Optional<Current> current = settings.current();
    boolean required = requiresCertificate(current);
    return switch (proof) {
      case Proof.Password password when !required ->
          byPassword(current, password.username(), password.password(), address, channel);
      case Proof.Certificate certificate when required ->
          byCertificate(current.orElseThrow(), certificate.chain(), address, channel);
      default ->
          refused(address, "a certificate is " + (required ? "required" : "no proof at present"));
    };
  }

  private Login byPassword(
      Optional<Current> current,
      String username,
      String password,
      String address,
      Permission channel) {
    if (username.length() > MAX_CHARACTERS || password.length() > MAX_CHARACTERS) {
      return new Refused();
    }
    Optional<Account> known =
        verified.find(username, password).flatMap(identity -> entering(identity, channel));
    if (known.isPresent()) {
      return new Granted(known.get());
    }
    return judged(
        address + ' ' + username,
        address,
        channel,
        () -> {
          Verdict verdict = check(current, username, password);
          if (verdict instanceof Verdict.Right right) {
            verified.add(username, password, right.identity());
          }
          return verdict;
        });
  }

  /**
   * Nobody guesses certificates, so those of others at the same address count for nothing: who
   * holds a right one always gets in.
   */
  private Login byCertificate(
      Current current, List<X509Certificate> chain, String address, Permission channel) {
    String key = CertificateFingerprint.of(chain.getFirst()).value();
    Duration wait = byName.waitFor(key);
    if (wait.isPositive()) {
      return new TryLater(wait);
    }
    Verdict verdict = certificates.check(current, chain);
    return outcome(
        verdict, address, channel, () -> byName.failed(key), () -> byName.succeeded(key));
  }

  /**
   * Judges a password, unless there have been too many before.
   *
   * @param key of attempts in the same name from the same address
   */
  private Login judged(String key, String address, Permission channel, Supplier<Verdict> check) {
    Duration wait = longer(byName.waitFor(key), byAddress.waitFor(address));
    if (wait.isPositive()) {
      return new TryLater(wait);
    }
    return outcome(
        check.get(),
        address,
        channel,
        () -> {
          byName.failed(key);
          byAddress.failed(address);
        },
        () -> byName.succeeded(key));
  }

  private Login outcome(
      Verdict verdict, String address, Permission channel, Runnable failed, Runnable succeeded) {
    return switch (verdict) {
      case Verdict.Busy() -> new TryLater(BUSY);
      case Verdict.Unanswered unanswered -> refused(address, unanswered.cause());
      case Verdict.Wrong wrong -> {
        failed.run();
        yield refused(address, wrong.cause());
      }
      case Verdict.Right right -> {
        Optional<Account> account = entering(right.identity(), channel);
        (account.isPresent() ? succeeded : failed).run();
        yield account
            .<Login>map(Granted::new)
            .orElseGet(() -> refused(address, "the proof is right, but no role opens this way in"));
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
  private Verdict check(Optional<Current> current, String username, String password) {
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

  private static Login refused(String address, String cause) {
    log.warn("Refused a log-in from {}: {}", address, cause);
    return new Refused();
  }

  private static Duration longer(Duration left, Duration right) {
    return left.compareTo(right) > 0 ? left : right;
  }
}
