package org.plenum.node.enrolment;

import java.security.KeyPair;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PkiException;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.ReloadableKeyManager;

/**
 * Renews the node's platform certificate when the management service asks for it. The private key
 * is made here and never leaves the node. Thread-safe.
 */
public final class CertificateRenewal {

  private final CredentialStore store;
  private final ReloadableKeyManager keys;

  /**
   * @param store where the credentials are kept
   * @param keys what the node's listeners present; takes a new certificate at once
   */
  public CertificateRenewal(CredentialStore store, ReloadableKeyManager keys) {
    this.store = store;
    this.keys = keys;
  }

  /** A certificate request (PEM) for a new key, the same one until its certificate is installed. */
  public synchronized String request() {
    KeyPair pair = store.pendingKey(KeyType.EC_P256);
    return CertificateRequest.create(pair, "plenum-node").pem();
  }

  /**
   * Puts a certificate in force.
   *
   * @param chainPem certificate for the requested key, then its issuer
   * @throws PkiException it does not fit the key, the identity or the authority of this node
   */
  public synchronized void install(String chainPem) {
    KeyPair pair = store.pendingKey(KeyType.EC_P256);
    Credentials renewed =
        new Credentials(pair.getPrivate(), PemBundle.parse(chainPem).certificates());
    Credentials current = keys.current();
    PlatformIdentity identity = PlatformIdentity.of(current.certificate());
    if (!PlatformIdentity.of(renewed.certificate()).equals(identity)) {
      throw new PkiException("the certificate is for another identity than " + identity.urn());
    }
    if (!renewed.root().equals(current.root())) {
      throw new PkiException("the certificate is from another authority");
    }
    store.save(renewed);
    keys.reload(renewed);
  }
}
