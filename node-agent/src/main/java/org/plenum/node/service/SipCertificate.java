package org.plenum.node.service;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Stored;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PkiException;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.resource.TlsCertificate;
import org.plenum.model.resource.WorkerVm;
import org.plenum.node.routing.NodeConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node presents to endpoints: the certificate that the administrator assigned to it, or a
 * self-signed one that the node made and keeps (SVC-019, PLAT-150). Another one that is assigned
 * later is presented to who connects from then on. Thread-safe.
 */
public final class SipCertificate {

  private static final Logger log = LoggerFactory.getLogger(SipCertificate.class);

  private final NodeConfiguration configuration;
  private final CredentialStore selfSigned;
  private final InstantSource clock;
  private Optional<TlsCertificate> presented = Optional.empty();
  private @Nullable ReloadableKeyManager keys;

  /**
   * @param selfSigned where the self-signed certificate is kept
   */
  public SipCertificate(
      NodeConfiguration configuration, CredentialStore selfSigned, InstantSource clock) {
    this.configuration = configuration;
    this.selfSigned = selfSigned;
    this.clock = clock;
  }

  /** The keys of the node, the same each time; what they present changes with {@link #follow}. */
  public synchronized ReloadableKeyManager keys() {
    if (keys == null) {
      presented = configuration.tlsCertificate();
      keys = new ReloadableKeyManager(credentials(configuration.node().orElseThrow().value()));
    }
    return keys;
  }

  /** Presents what the configuration as it is now asks for; call it after each change. */
  public synchronized void follow() {
    Optional<Stored<WorkerVm>> node = configuration.node();
    Optional<TlsCertificate> assigned = configuration.tlsCertificate();
    if (keys == null || node.isEmpty() || assigned.equals(presented)) {
      return;
    }
    presented = assigned;
    keys.reload(credentials(node.get().value()));
    log.info("Another certificate is presented to who connects from now on");
  }

  private Credentials credentials(WorkerVm node) {
    return presented.flatMap(SipCertificate::credentials).orElseGet(() -> ownFor(node));
  }

  private static Optional<Credentials> credentials(TlsCertificate certificate) {
    try {
      return Optional.of(
          PemBundle.parse(certificate.certificate())
              .and(PemBundle.parse(certificate.privateKey()))
              .credentials());
    } catch (PkiException e) {
      log.error(
          "The assigned TLS certificate cannot be used, a self-signed one is presented: {}",
          e.getMessage());
      return Optional.empty();
    }
  }

  private Credentials ownFor(WorkerVm node) {
    return selfSigned
        .load()
        .orElseGet(
            () -> {
              String fqdn = node.hostname() + "." + node.domain();
              Credentials made =
                  new SelfSignedCertificate(clock)
                      .create(KeyType.RSA_2048, fqdn, SubjectNames.of(fqdn, node.address()));
              selfSigned.save(made);
              return made;
            });
  }
}
