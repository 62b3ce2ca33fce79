package org.plenum.management.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.resource.CertificateSigningRequest;
import org.plenum.model.resource.TlsCertificate;

/**
 * Completes a certificate signing request with the certificate that the authority has signed: a TLS
 * certificate with the key of the request takes the request's place (SYS-315 to SYS-317).
 */
final class RequestCompletion {
  static final String CERTIFICATE = "certificate";

  private final ConfigurationStore store;
  private final ChangeSets changeSets;
  private final ResourceType<?> requests;
  private final ResourceType<?> certificates;

  RequestCompletion(ConfigurationStore store, ChangeSets changeSets) {
    this.store = store;
    this.changeSets = changeSets;
    this.requests = store.catalog().type(CertificateSigningRequest.class);
    this.certificates = store.catalog().type(TlsCertificate.class);
  }

  /** Whether objects of the resource can be completed. */
  static boolean applies(ResourceType<?> type) {
    return type.recordClass().equals(CertificateSigningRequest.class);
  }

  /** Answers with the address of the certificate. */
  RestResponse complete(long id, RestRequest request) {
    StoredObject pending =
        store.read(reader -> reader.object(requests, id)).orElseThrow(RestException::notFound);
    String certificate = certificate(request.json());
    List<Operation> operations =
        List.of(
            Operation.create(
                certificates.name(),
                Values.of(
                    Map.of(
                        CERTIFICATE,
                        certificate,
                        "private_key",
                        pending.values().text("private_key")))),
            new Operation.Delete(requests.name(), id, OptionalLong.of(pending.revision())));
    return switch (changeSets.apply(request.author(), ChangeSource.REST, operations)) {
      case Accepted accepted ->
          RestResponse.empty(201)
              .with(
                  "Location",
                  request.origin()
                      + certificates.uri(accepted.objects().getFirst().orElseThrow().id()));
      case Rejected rejected ->
          throw RestException.invalid(
              requests.name(), rejected.rejections().getFirst().violations());
    };
  }

  private String certificate(JsonNode body) {
    JsonNode certificate = body.path(CERTIFICATE);
    if (body.size() != 1 || !certificate.isTextual() || certificate.asText().isBlank()) {
      throw RestException.invalid(
          requests.name(),
          Violations.of(CERTIFICATE, "Send the signed certificate and nothing else."));
    }
    return certificate.asText();
  }
}
