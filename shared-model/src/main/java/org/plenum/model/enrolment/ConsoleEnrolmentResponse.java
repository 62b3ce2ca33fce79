package org.plenum.model.enrolment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PemText;

/**
 * The certificate of a console, and where it goes on.
 *
 * @param chainPem the console's certificate, then its issuers
 * @param caPem the platform's authority
 * @param grpcPort where the management service serves consoles
 * @param platformName shown in the console's title
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConsoleEnrolmentResponse(
    @JsonProperty(required = true) String chainPem,
    @JsonProperty(required = true) String caPem,
    @JsonProperty(required = true) int grpcPort,
    @JsonProperty(required = true) String platformName) {

  /** Checks each field. */
  public ConsoleEnrolmentResponse {
    Fields.present("chain_pem", chainPem);
    Fields.present("ca_pem", caPem);
    Fields.present("platform_name", platformName);
    Fields.port("grpc_port", grpcPort);
    Fields.text("platform_name", platformName, 250);
  }

  /** From the authority's answer. */
  public static ConsoleEnrolmentResponse of(
      List<X509Certificate> chain, int grpcPort, String platformName) {
    return new ConsoleEnrolmentResponse(
        PemText.of(chain), PemText.of(chain.getLast()), grpcPort, platformName);
  }

  /**
   * What the console keeps.
   *
   * @throws org.plenum.model.pki.PkiException if the certificate is not for this key
   */
  public Credentials credentials(PrivateKey key) {
    return new Credentials(key, PemBundle.parse(chainPem).certificates());
  }
}
