package org.plenum.model.licence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.plenum.model.resource.LicenceAction;
import org.plenum.model.xml.XmlElement;

/** Names in the XML of requests and answers, and the parts that both have. */
final class LicenceFormat {
  /** Larger documents are refused unread. */
  static final int MAX_BYTES = 64 * 1024;

  static final String REQUEST = "plenum-licence-request";
  static final String SIGNED_ANSWER = "plenum-licence-answer";
  static final String ANSWER = "answer";
  static final String ISSUER = "issuer";

  static final String SCHEMA = "schema";
  static final String SCHEMA_VERSION = "1";
  static final String ACTION = "action";
  static final String REQUEST_ID = "request-id";
  static final String SEQUENCE_NUMBER = "sequence-number";
  static final String ENTITLEMENT_ID = "entitlement-id";
  static final String FULFILLMENT_ID = "fulfillment-id";
  static final String GENERATION_TIME = "generation-time";
  static final String PRODUCT_VERSION = "product-version";
  static final String MACHINE = "machine";
  static final String IDENTIFIER = "identifier";
  static final String SOURCE = "source";

  static final String ISSUED = "issued";
  static final String TERMS = "licence";
  static final String PRODUCT_ID = "product-id";
  static final String TYPE = "license-type";
  static final String FEATURES = "features";
  static final String CONCURRENT = "concurrent";
  static final String OVERDRAFT = "concurrent-overdraft";
  static final String START = "start-date";
  static final String EXPIRATION = "expiration-date";

  private static final int MAX_TEXT = 250;

  private LicenceFormat() {}

  static void requireSchema(XmlElement element) {
    String schema = element.attribute(SCHEMA);
    if (!schema.equals(SCHEMA_VERSION)) {
      throw new IllegalArgumentException("it has schema version %s, not 1".formatted(schema));
    }
  }

  static LicenceAction action(XmlElement element) {
    String wire = element.childText(ACTION);
    return Arrays.stream(LicenceAction.values())
        .filter(action -> action.wire().equals(wire))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("<action> must be activate, return or repair"));
  }

  static void writeMachine(XMLStreamWriter out, MachineIdentity machine) throws XMLStreamException {
    out.writeStartElement(MACHINE);
    for (Map.Entry<String, String> hash : machine.hashes().entrySet()) {
      out.writeStartElement(IDENTIFIER);
      out.writeAttribute(SOURCE, hash.getKey());
      out.writeCharacters(hash.getValue());
      out.writeEndElement();
    }
    out.writeEndElement();
  }

  static MachineIdentity machine(XmlElement element) {
    XmlElement machine = element.child(MACHINE);
    machine.requireOnly(Set.of(IDENTIFIER));
    Map<String, String> hashes = new HashMap<>();
    for (XmlElement identifier : machine.children(IDENTIFIER)) {
      if (hashes.put(identifier.attribute(SOURCE), identifier.text()) != null) {
        throw new IllegalArgumentException("an identifier of the machine appears twice");
      }
    }
    return new MachineIdentity(hashes);
  }

  /** A text that can be kept. */
  static String text(XmlElement element, String name) {
    String text = element.childText(name);
    if (text.isEmpty() || text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "<%s> must have 1 to %d characters".formatted(name, MAX_TEXT));
    }
    return text;
  }

  static int number(XmlElement element, String name, int max) {
    return (int) number(element, name, (long) max);
  }

  static long number(XmlElement element, String name, long max) {
    String text = element.childText(name);
    if (text.matches("[0-9]{1,18}") && Long.parseLong(text) <= max) {
      return Long.parseLong(text);
    }
    throw new IllegalArgumentException("<%s> must be a number up to %d".formatted(name, max));
  }

  static Instant time(XmlElement element, String name) {
    try {
      return Instant.parse(element.childText(name));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "<%s> must be a UTC time such as 2030-01-31T12:00:00Z".formatted(name), e);
    }
  }
}
