package org.plenum.node.service;

import java.time.InstantSource;
import java.util.Optional;
import org.plenum.model.config.ConfigurationView;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Stored;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PkiException;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.resource.TlsCertificate;
import org.plenum.model.resource.WorkerVm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node presents to endpoints: the certificate that the administrator assigned to it, or a
 * self-signed one that the node made and keeps (SVC-019, PLAT-150).
 */
public final class SipCertificate {

  private static final Logger log = LoggerFactory.getLogger(SipCertificate.class);

  private final CredentialStore selfSigned;
  private final InstantSource clock;

  /**
   * @param selfSigned where the self-signed certificate is kept
   */
  public SipCertificate(CredentialStore selfSigned, InstantSource clock) {
    this.selfSigned = selfSigned;
    this.clock = clock;
  }

  /** The credentials for a node as it is configured now. */
  public Credentials of(ConfigurationView view, WorkerVm node) {
    return assigned(view, node).orElseGet(() -> ownFor(node));
  }

  private static Optional<Credentials> assigned(ConfigurationView view, WorkerVm node) {
    Ref<TlsCertificate> assigned = node.tlsCertificate();
    if (assigned == null) {
      return Optional.empty();
    }
    return view.find(TlsCertificate.class, assigned)
        .map(Stored::value)
        .flatMap(SipCertificate::credentials);
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
