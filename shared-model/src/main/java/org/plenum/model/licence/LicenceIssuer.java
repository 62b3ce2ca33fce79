package org.plenum.model.licence;

import static org.plenum.model.licence.LicenceFormat.*;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.PemText;
import org.plenum.model.resource.LicenceAction;
import org.plenum.model.xml.SignedXml;
import org.plenum.model.xml.XmlText;

/**
 * Answers requests for licences with signed documents. An issuer is whoever has the key whose
 * certificate a platform trusts; it remembers nothing, so who may have which licence is for the
 * caller to know.
 */
public final class LicenceIssuer {
  private final CertificateAuthority signer;
  private final InstantSource clock;

  /** Signs with the key of {@code signer}. */
  public LicenceIssuer(CertificateAuthority signer, InstantSource clock) {
    this.signer = signer;
    this.clock = clock;
  }

  /** What platforms have to trust. */
  public X509Certificate certificate() {
    return signer.certificate();
  }

  /**
   * Grants what a request asks for.
   *
   * @param terms what the licence permits; empty for a return
   * @return the signed answer as XML
   */
  public String answer(LicenceOrder order, Optional<LicenceTerms> terms) {
    if (terms.isPresent() == (order.action() == LicenceAction.RETURN)) {
      throw new IllegalArgumentException("only the answer to a return is without a licence");
    }
    return seal(payload(order, terms));
  }

  private byte[] payload(LicenceOrder order, Optional<LicenceTerms> terms) {
    return XmlText.of(
        out -> {
          out.writeStartElement(ANSWER);
          out.writeAttribute(SCHEMA, SCHEMA_VERSION);
          XmlText.element(out, ACTION, order.action().wire());
          XmlText.element(out, REQUEST_ID, order.requestId());
          XmlText.element(out, SEQUENCE_NUMBER, String.valueOf(order.sequenceNumber()));
          XmlText.element(out, ENTITLEMENT_ID, order.entitlementId());
          XmlText.element(out, ISSUED, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
          writeMachine(out, order.machine());
          if (terms.isPresent()) {
            terms.get().write(out);
          }
          out.writeEndElement();
        });
  }

  /** Signs content, be it an answer or not. */
  String seal(byte[] content) {
    byte[] xml =
        new SignedXml(content, signer.sign(content))
            .write(SIGNED_ANSWER, Map.of(ISSUER, PemText.of(signer.certificate())));
    return new String(xml, StandardCharsets.UTF_8);
  }
}
