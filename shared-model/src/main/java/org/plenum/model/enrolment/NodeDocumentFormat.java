package org.plenum.model.enrolment;

/** Names in the XML of a document. */
final class NodeDocumentFormat {
  /** Of the signed XML; a reader knows only its own. */
  static final int SCHEMA_VERSION = 1;

  static final String DOCUMENT = "plenum-node";

  static final String NODE = "node";
  static final String SCHEMA = "schema";
  static final String PRODUCT_VERSION = "product-version";
  static final String ID = "id";
  static final String NAME = "name";
  static final String HOSTNAME = "hostname";
  static final String DOMAIN = "domain";
  static final String ROLE = "role";
  static final String LOCATION = "location";
  static final String SIP_TLS_FQDN = "sip-tls-fqdn";
  static final String NETWORK = "network";
  static final String ADDRESS = "address";
  static final String NETMASK = "netmask";
  static final String GATEWAY = "gateway";
  static final String SECONDARY_ADDRESS = "secondary-address";
  static final String SECONDARY_NETMASK = "secondary-netmask";
  static final String IPV6_ADDRESS = "ipv6-address";
  static final String IPV6_GATEWAY = "ipv6-gateway";
  static final String STATIC_NAT_ADDRESS = "static-nat-address";
  static final String STATIC_ROUTE = "static-route";
  static final String DESTINATION = "destination";
  static final String PREFIX = "prefix";
  static final String DNS_SERVER = "dns-server";
  static final String NTP_SERVER = "ntp-server";
  static final String MANAGEMENT = "management";
  static final String ENDPOINT = "endpoint";
  static final String HOST = "host";
  static final String PORT = "port";
  static final String ENROLMENT = "enrolment";
  static final String SECRET = "secret";
  static final String EXPIRES = "expires";
  static final String PLATFORM_CA = "platform-ca";

  private NodeDocumentFormat() {}
}
