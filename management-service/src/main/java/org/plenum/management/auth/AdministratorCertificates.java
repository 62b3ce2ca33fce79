package org.plenum.management.auth;

import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import org.plenum.management.auth.AuthenticationSettings.Current;
import org.plenum.management.certificate.TrustedAuthorities;
import org.plenum.model.pki.CertificateFingerprint;

/**
 * Checks certificates of administrators: they come from an authority that administrators have
 * added, are meant for TLS clients, and name a user of the local database or the directory
 * (SYS-030, SYS-054). The authorities that ship with Java do not count: they certify anybody. Safe
 * for several threads.
 */
public final class AdministratorCertificates {
  /** What the key of a certificate is for is judged without knowing the key exchange. */
  private static final String ANY_KEY_EXCHANGE = "UNKNOWN";

  private final TrustedAuthorities authorities;
  private final Accounts accounts;
  private final DirectoryIdentities directory;
  private final VerifiedLogins verified;

  public AdministratorCertificates(
      TrustedAuthorities authorities,
      Accounts accounts,
      DirectoryIdentities directory,
      InstantSource clock) {
    this.authorities = authorities;
    this.accounts = accounts;
    this.directory = directory;
    this.verified = new VerifiedLogins(clock, new SecureRandom());
  }

  /**
   * Checks a certificate. Trust is judged each time, so that a removed authority counts at once;
   * the directory is not asked again for a while.
   */
  Verdict check(Current settings, List<X509Certificate> chain) {
    Optional<String> objection = objection(chain);
    if (objection.isPresent()) {
      return wrong(chain, objection.get());
    }
    Optional<String> username =
        CertificateUser.in(chain.getFirst(), settings.value().clientCertificate());
    if (username.isEmpty()) {
      return wrong(chain, "it names no user, or several");
    }
    String proof = CertificateFingerprint.of(chain.getFirst()).value() + ' ' + settings.revision();
    Optional<Identity> known = verified.find(username.get(), proof);
    if (known.isPresent()) {
      return new Verdict.Right(known.get());
    }
    Verdict verdict = find(settings, username.get());
    if (verdict instanceof Verdict.Right right) {
      verified.add(username.get(), proof, right.identity());
    }
    return verdict;
  }

  private static Verdict wrong(List<X509Certificate> chain, String objection) {
    return new Verdict.Wrong(
        "certificate %s: %s"
            .formatted(CertificateFingerprint.of(chain.getFirst()).value(), objection));
  }

  /** Why nobody should believe a certificate; empty if there is no reason. */
  private Optional<String> objection(List<X509Certificate> chain) {
    Optional<X509TrustManager> trust = authorities.trustManager();
    if (trust.isEmpty()) {
      return Optional.of("there is no trusted authority");
    }
    X509Certificate own = chain.getFirst();
    if (List.of(trust.get().getAcceptedIssuers()).contains(own)) {
      // Java asks no more of it, neither whether it is still valid nor what it is for.
      return Optional.of("it is one of the trusted authorities and not that of a user");
    }
    try {
      own.checkValidity();
      trust.get().checkClientTrusted(chain.toArray(X509Certificate[]::new), ANY_KEY_EXCHANGE);
      return Optional.empty();
    } catch (CertificateExpiredException e) {
      return Optional.of("it has expired");
    } catch (CertificateException e) {
      return Optional.of("no trusted authority has issued it for a client");
    }
  }

  /** The local database first, so that a directory that is away delays no local account. */
  private Verdict find(Current settings, String username) {
    return settings.value().source().includesLocal() && accounts.knows(username)
        ? new Verdict.Right(new Identity.Local(username, settings.value().clientCertificate()))
        : directory.find(settings, username);
  }
}
