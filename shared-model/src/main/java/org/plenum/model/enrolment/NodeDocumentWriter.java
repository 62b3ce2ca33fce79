package org.plenum.model.enrolment;

import static org.plenum.model.enrolment.NodeDocumentFormat.*;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.PemText;

/** Writes configuration documents, signed by the platform's authority. */
public final class NodeDocumentWriter {
  private final CertificateAuthority authority;

  /** Signs with the key of {@code authority}. */
  public NodeDocumentWriter(CertificateAuthority authority) {
    this.authority = authority;
  }

  /**
   * The document as UTF-8 XML. It contains the secret: give it only to whom may set up the node.
   *
   * @throws IllegalArgumentException if the document names another authority than the one that
   *     signs
   */
  public byte[] write(NodeDocument document) {
    if (!document.platformAuthority().equals(authority.certificate())) {
      throw new IllegalArgumentException("the document names another certificate authority");
    }
    return seal(payload(document));
  }

  /** Wraps the bytes to sign together with their signature. */
  byte[] seal(byte[] payload) {
    Base64.Encoder lines = Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII));
    return xml(
        out -> {
          out.writeStartElement(DOCUMENT);
          out.writeCharacters("\n");
          out.writeStartElement(PAYLOAD);
          out.writeAttribute(ENCODING, BASE64);
          out.writeCharacters("\n" + lines.encodeToString(payload) + "\n");
          out.writeEndElement();
          out.writeCharacters("\n");
          out.writeStartElement(SIGNATURE);
          out.writeAttribute(ALGORITHM, CertificateAuthority.SIGNATURE_ALGORITHM);
          out.writeCharacters(Base64.getEncoder().encodeToString(authority.sign(payload)));
          out.writeEndElement();
          out.writeCharacters("\n");
          out.writeEndElement();
          out.writeCharacters("\n");
        });
  }

  static byte[] payload(NodeDocument document) {
    return xml(
        out -> {
          out.writeStartElement(NODE);
          out.writeAttribute(SCHEMA, Integer.toString(SCHEMA_VERSION));
          out.writeAttribute(PRODUCT_VERSION, document.productVersion());
          out.writeAttribute(ID, Integer.toString(document.nodeId()));
          element(out, NAME, document.name());
          element(out, HOSTNAME, document.hostname());
          element(out, DOMAIN, document.domain());
          element(out, ROLE, document.role().name());
          element(out, LOCATION, document.location());
          element(out, SIP_TLS_FQDN, document.sipTlsFqdn());
          network(out, document.network());
          management(out, document);
          out.writeStartElement(ENROLMENT);
          element(out, SECRET, document.secret().value());
          element(out, EXPIRES, document.secretExpiry().toString());
          out.writeEndElement();
          element(out, PLATFORM_CA, PemText.of(document.platformAuthority()));
          out.writeEndElement();
        });
  }

  private static void network(XMLStreamWriter out, NodeNetwork network) throws XMLStreamException {
    out.writeStartElement(NETWORK);
    element(out, ADDRESS, network.address());
    element(out, NETMASK, network.netmask());
    element(out, GATEWAY, network.gateway());
    element(out, SECONDARY_ADDRESS, network.secondaryAddress());
    element(out, SECONDARY_NETMASK, network.secondaryNetmask());
    element(out, IPV6_ADDRESS, network.ipv6Address());
    element(out, IPV6_GATEWAY, network.ipv6Gateway());
    element(out, STATIC_NAT_ADDRESS, network.staticNatAddress());
    for (StaticRoute route : network.staticRoutes()) {
      out.writeEmptyElement(STATIC_ROUTE);
      out.writeAttribute(DESTINATION, route.destination());
      out.writeAttribute(PREFIX, Integer.toString(route.prefix()));
      out.writeAttribute(GATEWAY, route.gateway());
    }
    for (String server : network.dnsServers()) {
      element(out, DNS_SERVER, server);
    }
    for (String server : network.ntpServers()) {
      element(out, NTP_SERVER, server);
    }
    out.writeEndElement();
  }

  private static void management(XMLStreamWriter out, NodeDocument document)
      throws XMLStreamException {
    out.writeStartElement(MANAGEMENT);
    for (ManagementEndpoint endpoint : document.management()) {
      out.writeEmptyElement(ENDPOINT);
      out.writeAttribute(HOST, endpoint.host());
      out.writeAttribute(PORT, Integer.toString(endpoint.port()));
    }
    out.writeEndElement();
  }

  private static void element(XMLStreamWriter out, String name, String text)
      throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(text);
    out.writeEndElement();
  }

  private static void element(XMLStreamWriter out, String name, Optional<String> text)
      throws XMLStreamException {
    if (text.isPresent()) {
      element(out, name, text.get());
    }
  }

  private static byte[] xml(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter out =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      out.writeStartDocument("UTF-8", "1.0");
      content.writeTo(out);
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML cannot be written to memory", e);
    }
    return bytes.toByteArray();
  }

  private interface Content {
    void writeTo(XMLStreamWriter out) throws XMLStreamException;
  }
}
