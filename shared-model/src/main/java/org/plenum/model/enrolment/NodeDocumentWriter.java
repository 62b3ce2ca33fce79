package org.plenum.model.enrolment;

import static org.plenum.model.enrolment.NodeDocumentFormat.*;

import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.PemText;
import org.plenum.model.xml.SignedXml;
import org.plenum.model.xml.XmlText;

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
    return new SignedXml(payload, authority.sign(payload)).write(DOCUMENT, Map.of());
  }

  static byte[] payload(NodeDocument document) {
    return XmlText.of(
        out -> {
          out.writeStartElement(NODE);
          out.writeAttribute(SCHEMA, Integer.toString(SCHEMA_VERSION));
          out.writeAttribute(PRODUCT_VERSION, document.productVersion());
          out.writeAttribute(ID, Integer.toString(document.nodeId()));
          XmlText.element(out, NAME, document.name());
          XmlText.element(out, HOSTNAME, document.hostname());
          XmlText.element(out, DOMAIN, document.domain());
          XmlText.element(out, ROLE, document.role().name());
          XmlText.element(out, LOCATION, document.location());
          element(out, SIP_TLS_FQDN, document.sipTlsFqdn());
          network(out, document.network());
          management(out, document);
          out.writeStartElement(ENROLMENT);
          XmlText.element(out, SECRET, document.secret().value());
          XmlText.element(out, EXPIRES, document.secretExpiry().toString());
          out.writeEndElement();
          XmlText.element(out, PLATFORM_CA, PemText.of(document.platformAuthority()));
          out.writeEndElement();
        });
  }

  private static void network(XMLStreamWriter out, NodeNetwork network) throws XMLStreamException {
    out.writeStartElement(NETWORK);
    XmlText.element(out, ADDRESS, network.address());
    XmlText.element(out, NETMASK, network.netmask());
    XmlText.element(out, GATEWAY, network.gateway());
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
      XmlText.element(out, DNS_SERVER, server);
    }
    for (String server : network.ntpServers()) {
      XmlText.element(out, NTP_SERVER, server);
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

  private static void element(XMLStreamWriter out, String name, Optional<String> text)
      throws XMLStreamException {
    if (text.isPresent()) {
      XmlText.element(out, name, text.get());
    }
  }
}
