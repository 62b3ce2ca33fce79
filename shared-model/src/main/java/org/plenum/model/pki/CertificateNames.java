package org.plenum.model.pki;

import java.util.List;

/**
 * The names that a certificate gives its owner.
 *
 * @param subject common name
 * @param alternatives such as {@code DNS:example.org} and {@code IP:192.0.2.1}
 */
public record CertificateNames(String subject, List<String> alternatives) {
  private static final String WILDCARD = "*.";

  /** Copies the list. */
  public CertificateNames {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * Whether they stand for a host name: one of the DNS names, which may have a wildcard as first
   * label, else, where there is none, the common name (INST-127).
   */
  public boolean cover(String host) {
    return hosts().stream().anyMatch(name -> matches(name, host));
  }

  /** Whether one has a wildcard, which SIP over TLS does not know (SYS-270, RFC 5922). */
  public boolean haveWildcard() {
    return hosts().stream().anyMatch(name -> name.startsWith(WILDCARD));
  }

  private List<String> hosts() {
    List<String> hosts =
        alternatives.stream()
            .filter(name -> name.startsWith(CertificateExtensions.DNS_PREFIX))
            .map(name -> name.substring(CertificateExtensions.DNS_PREFIX.length()))
            .toList();
    return hosts.isEmpty() ? List.of(subject) : hosts;
  }

  private static boolean matches(String name, String host) {
    if (name.startsWith(WILDCARD)) {
      int dot = host.indexOf('.');
      return dot > 0 && host.substring(dot).equalsIgnoreCase(name.substring(1));
    }
    return name.equalsIgnoreCase(host);
  }
}
