package org.plenum.management.procedure;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.Operation;
import org.plenum.management.change.PlanRefusedException;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.resource.CertificateSigningRequest;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.resource.TlsCertificate;

/**
 * Completes a certificate signing request with the certificate that the authority has signed: a TLS
 * certificate with the key of the request takes the request's place (SYS-315 to SYS-317).
 */
public final class SigningCompletion {
  private static final String CERTIFICATE = "certificate";

  private final ChangeSets changeSets;
  private final ResourceType<?> requests =
      PlenumResources.catalog().type(CertificateSigningRequest.class);
  private final ResourceType<?> certificates = PlenumResources.catalog().type(TlsCertificate.class);

  /** Changes the configuration by this door. */
  public SigningCompletion(ChangeSets changeSets) {
    this.changeSets = changeSets;
  }

  /** What signing requests can do. */
  public Procedure procedure() {
    return Procedure.of(
        requests.name(),
        new Procedure.Action(
            "Makes a TLS certificate of the request and what the authority has signed.",
            "the certificate",
            CERTIFICATE,
            "The signed certificate in PEM form.",
            List.of(),
            this::complete));
  }

  private ChangeResult complete(Initiator by, long id, String certificate) {
    return changeSets.apply(
        by.author(), by.source(), reader -> operations(reader, id, certificate));
  }

  private List<Operation> operations(ConfigurationReader reader, long id, String certificate) {
    Values request =
        reader
            .find(requests, id)
            .orElseThrow(() -> new PlanRefusedException(Reason.ABSENT, Violations.NONE));
    Map<String, String> signed =
        Map.of(CERTIFICATE, certificate, "private_key", request.text("private_key"));
    return List.of(
        Operation.create(certificates.name(), Values.of(signed)),
        new Operation.Delete(requests.name(), id, OptionalLong.empty()));
  }
}
