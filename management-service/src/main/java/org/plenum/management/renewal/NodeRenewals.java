package org.plenum.management.renewal;

import io.grpc.StatusRuntimeException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenum.management.enrolment.NodeEnrolment;
import org.plenum.management.replication.NodeConnection;
import org.plenum.model.pki.CertificateLifetime;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.PkiException;
import org.plenum.rpc.node.CreateCertificateRequestRequest;
import org.plenum.rpc.node.InstallCertificateRequest;
import org.plenum.rpc.node.NodeControlGrpc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the certificates of nodes: the node makes a key and a request, and gets the certificate
 * for it. For one thread.
 */
final class NodeRenewals {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final Logger log = LoggerFactory.getLogger(NodeRenewals.class);

  private final Supplier<List<NodeConnection>> nodes;
  private final NodeEnrolment enrolment;
  private final InstantSource clock;

  /** What was issued and may not have been presented since: open connections keep the older one. */
  private final Map<Long, X509Certificate> issued = new HashMap<>();

  NodeRenewals(Supplier<List<NodeConnection>> nodes, NodeEnrolment enrolment, InstantSource clock) {
    this.nodes = nodes;
    this.enrolment = enrolment;
    this.clock = clock;
  }

  /**
   * Renews what is due.
   *
   * @return whether there is nothing left to do: false if a node could not be asked
   */
  boolean renew() {
    List<NodeConnection> known = nodes.get();
    issued
        .keySet()
        .retainAll(known.stream().map(NodeConnection::nodeId).collect(Collectors.toSet()));
    boolean done = true;
    for (NodeConnection node : known) {
      done &= renewIfDue(node);
    }
    return done;
  }

  private boolean renewIfDue(NodeConnection node) {
    Optional<CertificateLifetime> lifetime = lifetime(node);
    if (lifetime.isEmpty()) {
      return false;
    }
    return !lifetime.get().renewalDue(clock.instant()) || renew(node);
  }

  private Optional<CertificateLifetime> lifetime(NodeConnection node) {
    return Stream.concat(
            node.certificate().stream(), Optional.ofNullable(issued.get(node.nodeId())).stream())
        .map(CertificateLifetime::of)
        .reduce((one, other) -> one.end().isAfter(other.end()) ? one : other);
  }

  private boolean renew(NodeConnection node) {
    try {
      CertificateRequest request =
          CertificateRequest.parse(
              control(node)
                  .createCertificateRequest(CreateCertificateRequestRequest.getDefaultInstance())
                  .getCsrPem());
      List<X509Certificate> chain = enrolment.certify(node.nodeId(), request);
      control(node)
          .installCertificate(
              InstallCertificateRequest.newBuilder().setChainPem(PemText.of(chain)).build());
      issued.put(node.nodeId(), chain.getFirst());
      log.info(
          "Renewed the certificate of node {}; it is valid until {}",
          node.nodeId(),
          chain.getFirst().getNotAfter().toInstant());
      return true;
    } catch (StatusRuntimeException | PkiException e) {
      log.warn("The certificate of node {} could not be renewed", node.nodeId(), e);
    } catch (NoSuchElementException e) {
      log.info("Node {} was deleted before its certificate could be renewed", node.nodeId());
    }
    return false;
  }

  private static NodeControlGrpc.NodeControlBlockingStub control(NodeConnection node) {
    return NodeControlGrpc.newBlockingStub(node.channel())
        .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
