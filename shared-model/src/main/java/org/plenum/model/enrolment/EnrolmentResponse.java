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
 * The certificate of a node.
 *
 * @param chainPem the node's certificate, then its issuers
 * @param caPem the platform's authority
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record EnrolmentResponse(
    @JsonProperty(required = true) String chainPem, @JsonProperty(required = true) String caPem) {

  /** Checks that both are there. */
  public EnrolmentResponse {
    Fields.present("chain_pem", chainPem);
    Fields.present("ca_pem", caPem);
  }

  /** From the authority's answer. */
  public static EnrolmentResponse of(List<X509Certificate> chain) {
    return new EnrolmentResponse(PemText.of(chain), PemText.of(chain.getLast()));
  }

  /**
   * What the requester keeps.
   *
   * @throws org.plenum.model.pki.PkiException if the certificate is not for this key
   */
  public Credentials credentials(PrivateKey key) {
    return new Credentials(key, PemBundle.parse(chainPem).certificates());
  }
}
