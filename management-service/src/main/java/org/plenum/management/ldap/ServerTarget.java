package org.plenum.management.ldap;

/**
 * One way to try.
 *
 * @param host host name or IP address; with TLS, the name that the certificate must have
 * @param port TCP port
 * @param transport how the connection is protected
 */
record ServerTarget(String host, int port, Transport transport) {
  /** How a connection is protected. */
  enum Transport {
    /** TLS from the first byte on. */
    LDAPS,
    /** TLS on request (RFC 4511, section 4.14). */
    START_TLS,
    /** Not at all. */
    PLAIN
  }

  boolean encrypted() {
    return transport != Transport.PLAIN;
  }

  /** As the log has it. */
  String uri() {
    String scheme = transport == Transport.LDAPS ? "ldaps" : "ldap";
    String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return "%s://%s:%d".formatted(scheme, name, port);
  }
}
