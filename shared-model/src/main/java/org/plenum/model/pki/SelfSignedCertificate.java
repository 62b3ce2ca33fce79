package org.plenum.model.pki;

import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The server certificate with which HTTPS and SIP TLS work before an administrator assigns a proper
 * one (SYS-268). It carries both extended key usages, since SIP peers act as both sides (SYS-295).
 */
public final class SelfSignedCertificate {
  /** Some clients refuse server certificates that are valid for longer. */
  private static final Duration LENGTH = Duration.ofDays(825);

  private final InstantSource clock;

  /** Uses {@code clock} for the dates. */
  public SelfSignedCertificate(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A new key and its certificate.
   *
   * @param commonName usually the fully qualified domain name
   */
  public Credentials create(KeyType type, String commonName, SubjectNames names) {
    KeyPair keys = type.generate();
    CertificateLifetime lifetime = CertificateLifetime.startingAt(clock.instant(), LENGTH);
    return new Credentials(
        keys.getPrivate(),
        List.of(
            new CertificateBuilder(commonName, keys.getPublic(), lifetime)
                .names(names)
                .forServers()
                .forClients()
                .selfSigned(keys.getPrivate())));
  }
}
