package org.plenum.management.certificate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.resource.CertificateSigningRequest;
import org.plenum.model.resource.TlsCertificate;

/**
 * Completes certificate signing requests with the certificate that the authority has signed: a TLS
 * certificate with the key of the request takes the request's place (SYS-315 to SYS-317). Safe for
 * several threads.
 */
public final class SignedRequests {
  private final ConfigurationStore store;
  private final ChangeSets changeSets;
  private final ResourceType<?> requests;
  private final ResourceType<?> certificates;

  /** Completes the requests of a store. */
  public SignedRequests(ConfigurationStore store, ChangeSets changeSets) {
    this.store = store;
    this.changeSets = changeSets;
    this.requests = store.catalog().type(CertificateSigningRequest.class);
    this.certificates = store.catalog().type(TlsCertificate.class);
  }

  /** A request that waits for its certificate. */
  public Optional<StoredObject> pending(long id) {
    return store.read(reader -> reader.object(requests, id));
  }

  /**
   * Makes the TLS certificate, which is the first object of the result, and deletes the request.
   *
   * @param certificate in PEM form
   */
  public ChangeResult complete(
      String author, ChangeSource source, StoredObject pending, String certificate) {
    Map<String, String> object =
        Map.of(Holder.CERTIFICATE, certificate, Holder.KEY, pending.values().text(Holder.KEY));
    return changeSets.apply(
        author,
        source,
        List.of(
            Operation.create(certificates.name(), Values.of(object)),
            new Operation.Delete(
                requests.name(), pending.id(), OptionalLong.of(pending.revision()))));
  }
}
