package org.plenum.model.enrolment;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a node must know before it can reach the management service (INST-161). Everything else it
 * learns from there.
 *
 * @param productVersion of the management service; the node must have exactly the same (SVC-006)
 * @param nodeId id of the {@code worker_vm} resource
 * @param name shown to administrators
 * @param hostname first label of the node's DNS name
 * @param domain rest of the node's DNS name
 * @param role conferencing or proxying
 * @param location name of the system location
 * @param sipTlsFqdn identity in SIP over TLS, if other than the DNS name
 * @param network interfaces and servers
 * @param management where to enrol, in order of preference
 * @param secret proves that the node holds this document; accepted once
 * @param secretExpiry last moment at which the secret is accepted
 * @param platformAuthority certificate of the platform's authority, which signed this document
 */
public record NodeDocument(
    String productVersion,
    int nodeId,
    String name,
    String hostname,
    String domain,
    NodeRole role,
    String location,
    Optional<String> sipTlsFqdn,
    NodeNetwork network,
    List<ManagementEndpoint> management,
    EnrolmentSecret secret,
    Instant secretExpiry,
    X509Certificate platformAuthority) {

  /** Checks each field; an {@link IllegalArgumentException} names the one that is wrong. */
  public NodeDocument {
    Fields.text("product-version", productVersion, 100);
    Fields.require("id", nodeId >= 1, "must be 1 or more");
    Fields.text("name", name, 32);
    Fields.hostname("hostname", hostname);
    Fields.domain("domain", domain, 192);
    Fields.text("location", location, 250);
    sipTlsFqdn.ifPresent(value -> Fields.domain("sip-tls-fqdn", value, 255));
    management = Fields.list("management endpoint", management, 1);
  }

  /** The node's DNS name. */
  public String fqdn() {
    return hostname + "." + domain;
  }

  /** Name under which the document is downloaded (SVC-004). */
  public String fileName() {
    return "plenum-" + fqdn().toLowerCase(Locale.ROOT) + ".xml";
  }
}
