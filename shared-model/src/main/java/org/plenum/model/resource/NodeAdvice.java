package org.plenum.model.resource;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plenum.model.config.Advice;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Stored;

/** What is doubtful about conferencing nodes and how they share locations. */
final class NodeAdvice {
  private static final String WILDCARD =
      "The certificate has a name with a wildcard, which SIP and Lync or Skype for Business"
          + " peers do not accept.";

  private NodeAdvice() {}

  /**
   * Calls move between the nodes of a location, so these should be alike: all behind static NAT or
   * none (SYS-148), of one role (INST-125).
   *
   * @param field where to report
   */
  static void adviseOnMixture(Advice advice, long location, String field) {
    List<WorkerVm> nodes =
        advice
            .view()
            .all(WorkerVm.class)
            .map(Stored::value)
            .filter(node -> node.systemLocation().id() == location)
            .toList();
    adviseOnMixture(
        advice,
        nodes,
        node -> node.staticNatAddress() != null,
        field,
        "%s has a static NAT address and %s has none; calls are balanced between all nodes of a"
            + " location, so use separate locations.");
    adviseOnMixture(
        advice,
        nodes,
        node -> node.nodeType() == NodeType.PROXYING,
        field,
        "%s is a proxying edge node and %s is not; use separate locations for nodes of different"
            + " roles.");
  }

  private static void adviseOnMixture(
      Advice advice,
      List<WorkerVm> nodes,
      Predicate<WorkerVm> property,
      String field,
      String message) {
    nodes.stream()
        .filter(property)
        .findFirst()
        .ifPresent(
            with ->
                nodes.stream()
                    .filter(property.negate())
                    .findFirst()
                    .ifPresent(
                        without ->
                            advice.doubt(field, message.formatted(with.name(), without.name()))));
  }

  /** Peers check the names in the certificate of a node (SVC-039, SYS-270). */
  static void adviseOnCertificate(Advice advice, WorkerVm node) {
    Ref<TlsCertificate> certificate = node.tlsCertificate();
    if (certificate != null) {
      advice
          .view()
          .find(TlsCertificate.class, certificate)
          .map(Stored::value)
          .ifPresent(found -> adviseOnCertificate(advice, node, found));
    } else if (!node.alternativeFqdn().isEmpty()) {
      advice.doubt(
          "alternative_fqdn",
          "The node has no TLS certificate with this name, so peers cannot verify it.");
    }
  }

  private static void adviseOnCertificate(
      Advice advice, WorkerVm node, TlsCertificate certificate) {
    if (certificate.names().haveWildcard()) {
      advice.doubt("tls_certificate", WILDCARD);
    }
    if (!node.alternativeFqdn().isEmpty() && !certificate.names().cover(node.alternativeFqdn())) {
      advice.doubt("alternative_fqdn", "The TLS certificate of the node does not have this name.");
    }
  }

  /** The same, seen from the certificate. */
  static void adviseOnNodes(Advice advice, TlsCertificate certificate) {
    advice
        .view()
        .all(WorkerVm.class)
        .map(Stored::value)
        .filter(node -> node.tlsCertificate() != null && advice.isSelf(node.tlsCertificate()))
        .forEach(
            node -> {
              if (certificate.names().haveWildcard()) {
                advice.doubt("nodes", node.name() + ": " + WILDCARD);
              }
              if (!node.alternativeFqdn().isEmpty()
                  && !certificate.names().cover(node.alternativeFqdn())) {
                advice.doubt(
                    "nodes",
                    "%s: The certificate does not have the name %s."
                        .formatted(node.name(), node.alternativeFqdn()));
              }
            });
  }

  /** A STUN server should be another one than the TURN servers (SYS-203). */
  static void adviseOnSameServer(Advice advice, StunServer server) {
    adviseOnSameServer(
        advice, server.address(), "TURN", TurnServer.class, TurnServer::address, TurnServer::name);
  }

  /** The same, seen from the TURN server. */
  static void adviseOnSameServer(Advice advice, TurnServer server) {
    adviseOnSameServer(
        advice, server.address(), "STUN", StunServer.class, StunServer::address, StunServer::name);
  }

  private static <T extends Record> void adviseOnSameServer(
      Advice advice,
      String address,
      String kind,
      Class<T> others,
      Function<T, String> addressOf,
      Function<T, String> nameOf) {
    advice
        .view()
        .all(others)
        .map(Stored::value)
        .filter(other -> addressOf.apply(other).equalsIgnoreCase(address))
        .findFirst()
        .ifPresent(
            other ->
                advice.doubt(
                    "address",
                    "The %s server %s has this address too; use another server for STUN."
                        .formatted(kind, nameOf.apply(other))));
  }
}
