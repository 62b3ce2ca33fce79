package org.plenum.model.pki;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * From when to when a certificate is valid, and when to replace it.
 *
 * @param start first moment
 * @param end last moment
 */
public record CertificateLifetime(Instant start, Instant end) {
  /** How long before its issue a certificate is valid, for peers whose clocks are behind. */
  public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** Refuses an empty lifetime. */
  public CertificateLifetime {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("lifetime ends (%s) before it starts".formatted(end));
    }
  }

  /** A lifetime that begins now, less {@link #CLOCK_SKEW}. */
  public static CertificateLifetime startingAt(Instant now, Duration length) {
    return new CertificateLifetime(now.minus(CLOCK_SKEW), now.plus(length));
  }

  /** The lifetime of an issued certificate. */
  public static CertificateLifetime of(X509Certificate certificate) {
    return new CertificateLifetime(
        certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  /** When only a third of the lifetime is left. */
  public Instant renewalTime() {
    return end.minus(Duration.between(start, end).dividedBy(3));
  }

  /** Whether less than a third of the lifetime is left. */
  public boolean renewalDue(Instant now) {
    return now.isAfter(renewalTime());
  }

  /** This lifetime, ending no later than that of the issuer. */
  CertificateLifetime within(CertificateLifetime issuer) {
    return end.isAfter(issuer.end) ? new CertificateLifetime(start, issuer.end) : this;
  }
}
