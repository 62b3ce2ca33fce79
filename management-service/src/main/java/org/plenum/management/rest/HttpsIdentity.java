package org.plenum.management.rest;

import java.util.Optional;
import java.util.Set;
import org.plenum.management.change.ChangeListener;
import org.plenum.management.change.CommittedChange;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PkiException;
import org.plenum.model.pki.ReloadableKeyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the HTTPS listener presents: the certificate that is assigned to the management service, or
 * its platform credentials while there is none. Changes are in force for the next connection
 * (SYS-268). Safe for several threads.
 */
public final class HttpsIdentity implements ChangeListener {
  private static final Logger log = LoggerFactory.getLogger(HttpsIdentity.class);
  private static final String MANAGEMENT = "management_vm";
  private static final String CERTIFICATE = "tls_certificate";
  private static final Set<String> CONCERNED = Set.of(MANAGEMENT, CERTIFICATE);

  private final ConfigurationStore store;
  private final ReloadableKeyManager platform;
  private final ReloadableKeyManager presented;

  /**
   * Starts with what the configuration says now.
   *
   * @param platform the service's platform credentials
   */
  public HttpsIdentity(ConfigurationStore store, ReloadableKeyManager platform) {
    this.store = store;
    this.platform = platform;
    this.presented = new ReloadableKeyManager(platform.current());
    refresh();
  }

  /** For the TLS context of the listener. */
  public ReloadableKeyManager keyManager() {
    return presented;
  }

  @Override
  public void committed(CommittedChange change) {
    if (change.changes().stream().anyMatch(one -> CONCERNED.contains(one.type().name()))) {
      refresh();
    }
  }

  /** Presents what is assigned now, or the present platform credentials. */
  public void refresh() {
    try {
      Credentials wanted = store.read(this::assigned).orElseGet(platform::current);
      if (!wanted.certificate().equals(presented.current().certificate())) {
        presented.reload(wanted);
      }
    } catch (PkiException e) {
      log.error("The certificate of the management service cannot be used", e);
    }
  }

  private Optional<Credentials> assigned(ConfigurationReader reader) {
    return reader
        .object(type(MANAGEMENT), 1)
        .map(management -> management.values().number(CERTIFICATE))
        .flatMap(id -> reader.object(type(CERTIFICATE), id))
        .map(HttpsIdentity::credentials);
  }

  private static Credentials credentials(StoredObject certificate) {
    return PemBundle.parse(certificate.values().text("certificate"))
        .and(PemBundle.parse(certificate.values().text("private_key")))
        .credentials();
  }

  private ResourceType<?> type(String name) {
    return store.catalog().find(name).orElseThrow();
  }
}
