package org.plenum.model.enrolment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A node asks for its certificate (INST-162).
 *
 * <p>Unknown properties are skipped so that a node of another version gets the refusal that names
 * the versions.
 *
 * @param secret of the document; its hash finds the node
 * @param csrPem certificate request, made at the node
 * @param controlPort where the node serves the management service (gRPC)
 * @param httpsPort where the node serves clients
 * @param version product version of the node
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record EnrolmentRequest(
    @JsonProperty(required = true) EnrolmentSecret secret,
    @JsonProperty(required = true) String csrPem,
    @JsonProperty(required = true) int controlPort,
    @JsonProperty(required = true) int httpsPort,
    @JsonProperty(required = true) String version) {

  /** Checks each field; an {@link IllegalArgumentException} names the one that is wrong. */
  public EnrolmentRequest {
    Fields.present("secret", secret);
    Fields.present("csr_pem", csrPem);
    Fields.present("version", version);
    Fields.port("control_port", controlPort);
    Fields.port("https_port", httpsPort);
    Fields.text("version", version, 100);
  }
}
