package org.plenum.model.enrolment;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Documents for tests. */
final class Documents {
  static final String VERSION = "1.0.0";
  static final Instant EXPIRY = Instant.parse("2030-05-08T12:00:00Z");
  static final EnrolmentSecret SECRET =
      new EnrolmentSecret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");

  private Documents() {}

  /** Every field is used. */
  static NodeDocument full(X509Certificate authority) {
    NodeNetwork network =
        new NodeNetwork(
            "192.0.2.7",
            "255.255.255.0",
            "192.0.2.1",
            Optional.of("198.51.100.7"),
            Optional.of("255.255.255.192"),
            Optional.of("2001:db8::7"),
            Optional.of("fe80::1"),
            Optional.of("203.0.113.7"),
            List.of(
                new StaticRoute("10.0.0.0", 8, "192.0.2.254"),
                new StaticRoute("172.16.0.0", 12, "192.0.2.253")),
            List.of("192.0.2.53", "2001:db8::53"),
            List.of("ntp.example.org"));
    return new NodeDocument(
        VERSION,
        7,
        "Nœud <7> & \"co\"",
        "Node7",
        "example.org",
        NodeRole.PROXYING,
        "Demo",
        Optional.of("sip.example.org"),
        network,
        List.of(
            new ManagementEndpoint("manager.example.org", 443),
            new ManagementEndpoint("2001:db8::1", 18443)),
        SECRET,
        EXPIRY,
        authority);
  }

  /** Nothing but what every node has. */
  static NodeDocument smallest(X509Certificate authority) {
    return new NodeDocument(
        VERSION,
        1,
        "node",
        "node",
        "example.org",
        NodeRole.CONFERENCING,
        "Demo",
        Optional.empty(),
        NodeNetwork.ofPrimary("127.0.0.1", "255.0.0.0", "127.0.0.254"),
        List.of(new ManagementEndpoint("127.0.0.1", 18443)),
        SECRET,
        EXPIRY,
        authority);
  }
}
