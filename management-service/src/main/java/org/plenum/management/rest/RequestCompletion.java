package org.plenum.management.rest;

import com.fasterxml.jackson.databind.JsonNode;
import org.plenum.management.certificate.SignedRequests;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Violations;
import org.plenum.model.resource.CertificateSigningRequest;

/**
 * Completes a certificate signing request with the certificate that the authority has signed: a TLS
 * certificate with the key of the request takes the request's place (SYS-315 to SYS-317).
 */
final class RequestCompletion {
  static final String CERTIFICATE = "certificate";

  private final SignedRequests requests;

  RequestCompletion(ConfigurationStore store, ChangeSets changeSets) {
    this.requests = new SignedRequests(store, changeSets);
  }

  /** Whether objects of the resource can be completed. */
  static boolean applies(ResourceType<?> type) {
    return type.recordClass().equals(CertificateSigningRequest.class);
  }

  /** Answers with the address of the certificate. */
  RestResponse complete(long id, RestRequest request) {
    StoredObject pending = requests.pending(id).orElseThrow(RestException::notFound);
    String certificate = certificate(pending.type(), request.json());
    return switch (requests.complete(request.author(), ChangeSource.REST, pending, certificate)) {
      case Accepted accepted -> {
        StoredObject made = accepted.objects().getFirst().orElseThrow();
        yield RestResponse.empty(201)
            .with("Location", request.origin() + made.type().uri(made.id()));
      }
      case Rejected rejected ->
          throw RestException.invalid(
              pending.type().name(), rejected.rejections().getFirst().violations());
    };
  }

  private static String certificate(ResourceType<?> type, JsonNode body) {
    JsonNode certificate = body.path(CERTIFICATE);
    if (body.size() != 1 || !certificate.isTextual() || certificate.asText().isBlank()) {
      throw RestException.invalid(
          type.name(), Violations.of(CERTIFICATE, "Send the signed certificate and nothing else."));
    }
    return certificate.asText();
  }
}
