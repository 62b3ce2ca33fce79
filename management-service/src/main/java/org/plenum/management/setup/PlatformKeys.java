package org.plenum.management.setup;

import java.time.InstantSource;
import org.plenum.management.store.DataFolder;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.CertificateLifetime;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.PkiException;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/**
 * The platform's certificate authority and the management service's own credentials, kept in the
 * data folder and made at the first start. Safe for several threads.
 */
public final class PlatformKeys {
  private final CertificateAuthority authority;
  private final CredentialStore ownStore;
  private final ReloadableKeyManager own;
  private final SubjectNames names;
  private final InstantSource clock;

  private PlatformKeys(
      CertificateAuthority authority,
      CredentialStore ownStore,
      Credentials own,
      SubjectNames names,
      InstantSource clock) {
    this.authority = authority;
    this.ownStore = ownStore;
    this.own = new ReloadableKeyManager(own);
    this.names = names;
    this.clock = clock;
  }

  /**
   * Opens what the folder has, makes what it lacks.
   *
   * @param names names in the service's certificate when a new one is made
   * @throws StartupException if something in the folder is damaged
   */
  public static PlatformKeys open(DataFolder folder, SubjectNames names, InstantSource clock) {
    try {
      CertificateAuthority authority =
          CertificateAuthority.open(
              new CredentialStore(folder.resolve("authority")), "Plenum platform", clock);
      CredentialStore ownStore = new CredentialStore(folder.resolve("identity"));
      Credentials own =
          ownStore
              .load()
              .filter(kept -> kept.root().equals(authority.certificate()))
              .orElseGet(() -> issue(authority, ownStore, names));
      PlatformKeys keys = new PlatformKeys(authority, ownStore, own, names, clock);
      keys.renewIfDue();
      return keys;
    } catch (PkiException e) {
      throw new StartupException(
          ExitCode.DATA_UNUSABLE, "The platform's keys cannot be used: " + e.getMessage() + ".", e);
    }
  }

  private static Credentials issue(
      CertificateAuthority authority, CredentialStore store, SubjectNames names) {
    Credentials credentials = authority.issueWithNewKey(new PlatformIdentity.Management(), names);
    store.save(credentials);
    return credentials;
  }

  /** The authority that certifies nodes and consoles. */
  public CertificateAuthority authority() {
    return authority;
  }

  /** What the service presents to nodes and consoles. */
  public ReloadableKeyManager own() {
    return own;
  }

  /** Makes new credentials when little is left of the lifetime of the present ones. */
  public void renewIfDue() {
    CertificateLifetime lifetime = CertificateLifetime.of(own.current().certificate());
    if (lifetime.renewalDue(clock.instant())) {
      own.reload(issue(authority, ownStore, names));
    }
  }
}
