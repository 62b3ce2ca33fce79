package org.plenum.model.enrolment;

import static org.plenum.model.enrolment.NodeDocumentFormat.*;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.plenum.model.enrolment.NodeDocumentException.Reason;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PkiException;
import org.plenum.model.xml.SignedXml;
import org.plenum.model.xml.XmlElement;
import org.plenum.model.xml.XmlTreeReader;

/**
 * Reads the configuration document at a node that has none yet.
 *
 * <p>Such a node knows no authority, so it verifies the signature with the authority's certificate
 * in the document itself. That shows that the document is whole and unchanged; that it comes from
 * the right platform is vouched for by the administrator who uploads it (or who made the image with
 * it). From then on the node trusts that authority alone, and takes no second document.
 */
public final class NodeDocumentReader {
  /** Larger uploads are rejected unread. */
  public static final int MAX_BYTES = 256 * 1024;

  private static final Set<String> NODE_ELEMENTS =
      Set.of(
          NAME,
          HOSTNAME,
          DOMAIN,
          ROLE,
          LOCATION,
          SIP_TLS_FQDN,
          NETWORK,
          MANAGEMENT,
          ENROLMENT,
          PLATFORM_CA);
  private static final Set<String> NETWORK_ELEMENTS =
      Set.of(
          ADDRESS,
          NETMASK,
          GATEWAY,
          SECONDARY_ADDRESS,
          SECONDARY_NETMASK,
          IPV6_ADDRESS,
          IPV6_GATEWAY,
          STATIC_NAT_ADDRESS,
          STATIC_ROUTE,
          DNS_SERVER,
          NTP_SERVER);

  private final String productVersion;
  private final InstantSource clock;

  /**
   * For a node.
   *
   * @param productVersion of the node's software
   * @param clock to tell whether the document's secret has expired
   */
  public NodeDocumentReader(String productVersion, InstantSource clock) {
    this.productVersion = productVersion;
    this.clock = clock;
  }

  /**
   * Reads at most {@link #MAX_BYTES}, which must be all there is.
   *
   * @throws NodeDocumentException if the document is rejected
   * @throws IOException if the stream fails
   */
  public NodeDocument read(InputStream stream) throws IOException {
    return read(stream.readNBytes(MAX_BYTES + 1));
  }

  /**
   * Reads a whole document.
   *
   * @throws NodeDocumentException if the document is rejected
   */
  public NodeDocument read(byte[] xml) {
    if (xml.length > MAX_BYTES) {
      throw new NodeDocumentException(
          Reason.TOO_LARGE, "the document is larger than %d bytes".formatted(MAX_BYTES));
    }
    NodeDocument document;
    try {
      document = verifiedContent(XmlTreeReader.read(xml));
    } catch (IllegalArgumentException | PkiException e) {
      throw new NodeDocumentException(
          Reason.MALFORMED, "the document cannot be used: " + e.getMessage(), e);
    }
    requireSameVersion(document);
    requireUnexpired(document);
    return document;
  }

  private static NodeDocument verifiedContent(XmlElement outer) {
    outer.requireName(DOCUMENT);
    SignedXml signed = SignedXml.read(outer, Set.of());
    XmlElement node = XmlTreeReader.read(signed.content());
    node.requireName(NODE);
    requireKnownSchema(node);
    X509Certificate authority = PemBundle.parse(node.childText(PLATFORM_CA)).onlyCertificate();
    requireSignature(authority, signed);
    return content(node, authority);
  }

  private static NodeDocument content(XmlElement node, X509Certificate authority) {
    node.requireOnly(NODE_ELEMENTS);
    XmlElement enrolment = node.child(ENROLMENT);
    return new NodeDocument(
        node.attribute(PRODUCT_VERSION),
        node.number(ID),
        node.childText(NAME),
        node.childText(HOSTNAME),
        node.childText(DOMAIN),
        role(node.childText(ROLE)),
        node.childText(LOCATION),
        node.optionalChildText(SIP_TLS_FQDN),
        network(node.child(NETWORK)),
        management(node.child(MANAGEMENT)),
        new EnrolmentSecret(enrolment.childText(SECRET)),
        instant(enrolment.childText(EXPIRES)),
        authority);
  }

  private static NodeNetwork network(XmlElement network) {
    network.requireOnly(NETWORK_ELEMENTS);
    return new NodeNetwork(
        network.childText(ADDRESS),
        network.childText(NETMASK),
        network.childText(GATEWAY),
        network.optionalChildText(SECONDARY_ADDRESS),
        network.optionalChildText(SECONDARY_NETMASK),
        network.optionalChildText(IPV6_ADDRESS),
        network.optionalChildText(IPV6_GATEWAY),
        network.optionalChildText(STATIC_NAT_ADDRESS),
        network.children(STATIC_ROUTE).stream().map(NodeDocumentReader::route).toList(),
        network.children(DNS_SERVER).stream().map(XmlElement::text).toList(),
        network.children(NTP_SERVER).stream().map(XmlElement::text).toList());
  }

  private static StaticRoute route(XmlElement route) {
    return new StaticRoute(
        route.attribute(DESTINATION), route.number(PREFIX), route.attribute(GATEWAY));
  }

  private static List<ManagementEndpoint> management(XmlElement management) {
    management.requireOnly(Set.of(ENDPOINT));
    return management.children(ENDPOINT).stream()
        .map(endpoint -> new ManagementEndpoint(endpoint.attribute(HOST), endpoint.number(PORT)))
        .toList();
  }

  private static NodeRole role(String text) {
    try {
      return NodeRole.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("role must be CONFERENCING or PROXYING", e);
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "expires must be a UTC time such as 2030-01-31T12:00:00Z", e);
    }
  }

  private static void requireKnownSchema(XmlElement node) {
    int schema = node.number(SCHEMA);
    if (schema != SCHEMA_VERSION) {
      throw new NodeDocumentException(
          Reason.VERSION,
          "the document has schema version %d, this node reads %d"
              .formatted(schema, SCHEMA_VERSION));
    }
  }

  private static void requireSignature(X509Certificate authority, SignedXml signed) {
    try {
      if (authority.getBasicConstraints() < 0) {
        throw new NodeDocumentException(
            Reason.SIGNATURE, "<platform-ca> is not the certificate of an authority");
      }
      if (!signed.isSignedBy(authority.getPublicKey())) {
        throw new NodeDocumentException(
            Reason.SIGNATURE, "the signature is wrong: the document was changed or damaged");
      }
    } catch (GeneralSecurityException e) {
      throw new NodeDocumentException(Reason.SIGNATURE, "the signature cannot be verified", e);
    }
  }

  private void requireSameVersion(NodeDocument document) {
    if (!document.productVersion().equals(productVersion)) {
      throw new NodeDocumentException(
          Reason.VERSION,
          "the document is for version %s, this node has version %s"
              .formatted(document.productVersion(), productVersion));
    }
  }

  private void requireUnexpired(NodeDocument document) {
    Instant now = clock.instant();
    if (now.isAfter(document.secretExpiry())) {
      // The clock of a new machine may be wrong before it has found a time server.
      throw new NodeDocumentException(
          Reason.EXPIRED,
          "the document expired at %s; the clock of this node shows %s"
              .formatted(document.secretExpiry(), now));
    }
  }
}
