package org.plenum.model.licence;

import static org.plenum.model.licence.LicenceFormat.*;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.plenum.model.resource.LicenceAction;
import org.plenum.model.xml.XmlElement;
import org.plenum.model.xml.XmlText;
import org.plenum.model.xml.XmlTreeReader;

/**
 * What a platform asks the issuer of licences for (SYS-265). The same document goes to a licensing
 * server and into a file.
 *
 * @param action what is to be done
 * @param requestId random, so that no answer fits two requests
 * @param sequenceNumber grows with each request of the platform
 * @param entitlementId key of the licence
 * @param fulfillmentId activation that is to be returned or repaired; empty for a first one
 * @param generationTime when it was made
 * @param productVersion version of the platform
 * @param machine where the licence is to be used
 */
public record LicenceOrder(
    LicenceAction action,
    String requestId,
    long sequenceNumber,
    String entitlementId,
    Optional<String> fulfillmentId,
    Instant generationTime,
    String productVersion,
    MachineIdentity machine) {
  private static final Set<String> ELEMENTS =
      Set.of(
          ACTION,
          REQUEST_ID,
          SEQUENCE_NUMBER,
          ENTITLEMENT_ID,
          FULFILLMENT_ID,
          GENERATION_TIME,
          PRODUCT_VERSION,
          MACHINE);

  /** The document as XML. */
  public String toXml() {
    byte[] xml =
        XmlText.of(
            out -> {
              out.writeStartElement(REQUEST);
              out.writeAttribute(SCHEMA, SCHEMA_VERSION);
              XmlText.element(out, ACTION, action.wire());
              XmlText.element(out, REQUEST_ID, requestId);
              XmlText.element(out, SEQUENCE_NUMBER, String.valueOf(sequenceNumber));
              XmlText.element(out, ENTITLEMENT_ID, entitlementId);
              if (fulfillmentId.isPresent()) {
                XmlText.element(out, FULFILLMENT_ID, fulfillmentId.get());
              }
              XmlText.element(out, GENERATION_TIME, generationTime.toString());
              XmlText.element(out, PRODUCT_VERSION, productVersion);
              writeMachine(out, machine);
              out.writeEndElement();
            });
    return new String(xml, StandardCharsets.UTF_8);
  }

  /**
   * Reads a document.
   *
   * @throws LicenceException if it is no request
   */
  public static LicenceOrder parse(byte[] xml) {
    if (xml.length > MAX_BYTES) {
      throw new LicenceException("The request is larger than %d bytes.".formatted(MAX_BYTES));
    }
    try {
      return read(XmlTreeReader.read(xml));
    } catch (IllegalArgumentException e) {
      throw new LicenceException("This is no licence request: %s.".formatted(e.getMessage()), e);
    }
  }

  private static LicenceOrder read(XmlElement request) {
    request.requireName(REQUEST);
    requireSchema(request);
    request.requireOnly(ELEMENTS);
    return new LicenceOrder(
        LicenceFormat.action(request),
        text(request, REQUEST_ID),
        number(request, SEQUENCE_NUMBER, Long.MAX_VALUE),
        text(request, ENTITLEMENT_ID),
        request.optionalChildText(FULFILLMENT_ID),
        time(request, GENERATION_TIME),
        text(request, PRODUCT_VERSION),
        LicenceFormat.machine(request));
  }
}
