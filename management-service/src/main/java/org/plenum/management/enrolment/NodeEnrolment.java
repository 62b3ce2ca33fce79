package org.plenum.management.enrolment;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.Database;
import org.plenum.model.config.ConfigurationView;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Stored;
import org.plenum.model.enrolment.EnrolmentException;
import org.plenum.model.enrolment.EnrolmentRequest;
import org.plenum.model.enrolment.EnrolmentResponse;
import org.plenum.model.enrolment.EnrolmentSecret;
import org.plenum.model.enrolment.ManagementEndpoint;
import org.plenum.model.enrolment.NodeDocument;
import org.plenum.model.enrolment.NodeDocumentWriter;
import org.plenum.model.enrolment.NodeNetwork;
import org.plenum.model.enrolment.NodeRole;
import org.plenum.model.enrolment.PendingEnrolment;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.process.ProductVersion;
import org.plenum.model.resource.DnsServer;
import org.plenum.model.resource.NtpServer;
import org.plenum.model.resource.StaticRoute;
import org.plenum.model.resource.SystemLocation;
import org.plenum.model.resource.WorkerVm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives out configuration documents and certifies the nodes that come with them (INST-138, INST-161
 * to INST-164). Thread-safe.
 */
public final class NodeEnrolment {

  /** How long a document is good for. */
  public static final Duration DOCUMENT_LIFETIME = Duration.ofDays(7);

  private static final Logger log = LoggerFactory.getLogger(NodeEnrolment.class);

  private final ConfigurationStore store;
  private final Memberships memberships;
  private final CertificateAuthority authority;
  private final Supplier<List<ManagementEndpoint>> endpoints;
  private final InstantSource clock;
  private final List<Consumer<EnrolledNode>> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param endpoints where nodes reach this management service; asked for each document, because
   *     the port may be known only once the service listens
   */
  public NodeEnrolment(
      ConfigurationStore store,
      Database database,
      CertificateAuthority authority,
      Supplier<List<ManagementEndpoint>> endpoints,
      InstantSource clock) {
    this.store = store;
    this.memberships = new Memberships(database);
    this.authority = authority;
    this.endpoints = endpoints;
    this.clock = clock;
  }

  /**
   * A configuration document.
   *
   * @param fileName name under which it is downloaded
   * @param content XML
   * @param expires last moment at which a node can enrol with it
   */
  public record Document(String fileName, byte[] content, Instant expires) {}

  /**
   * Makes a document for a node; earlier ones become worthless.
   *
   * @return empty if there is no such node
   */
  public Optional<Document> createDocument(long nodeId) {
    EnrolmentSecret secret = EnrolmentSecret.generate();
    Instant expires = clock.instant().plus(DOCUMENT_LIFETIME);
    Optional<NodeDocument> document =
        store.read(
            reader ->
                ((ConfigurationView) reader)
                    .find(WorkerVm.class, nodeId)
                    .map(node -> document(reader, node, secret, expires)));
    return document.map(
        made -> {
          memberships.expect(nodeId, PendingEnrolment.of(secret, expires));
          return new Document(
              made.fileName(), new NodeDocumentWriter(authority).write(made), expires);
        });
  }

  private NodeDocument document(
      ConfigurationView view, Stored<WorkerVm> node, EnrolmentSecret secret, Instant expires) {
    WorkerVm vm = node.value();
    SystemLocation location =
        view.find(SystemLocation.class, vm.systemLocation()).orElseThrow().value();
    return new NodeDocument(
        ProductVersion.current(),
        Math.toIntExact(node.id()),
        vm.name(),
        vm.hostname(),
        vm.domain(),
        NodeRole.valueOf(vm.nodeType().wire()),
        location.name(),
        text(vm.alternativeFqdn()),
        network(view, vm, location),
        endpoints.get(),
        secret,
        expires,
        authority.certificate());
  }

  private static NodeNetwork network(ConfigurationView view, WorkerVm vm, SystemLocation location) {
    return new NodeNetwork(
        vm.address(),
        vm.netmask(),
        vm.gateway(),
        text(vm.secondaryAddress()),
        text(vm.secondaryNetmask()),
        text(vm.ipv6Address()),
        text(vm.ipv6Gateway()),
        text(vm.staticNatAddress()),
        each(view, StaticRoute.class, vm.staticRoutes(), NodeEnrolment::route),
        each(view, DnsServer.class, location.dnsServers(), DnsServer::address),
        each(view, NtpServer.class, location.ntpServers(), NtpServer::address));
  }

  private static org.plenum.model.enrolment.StaticRoute route(StaticRoute route) {
    return new org.plenum.model.enrolment.StaticRoute(
        route.address(), route.prefix(), route.gateway());
  }

  private static <T extends Record, V> List<V> each(
      ConfigurationView view, Class<T> type, List<Ref<T>> objects, Function<T, V> value) {
    return objects.stream()
        .flatMap(object -> view.find(type, object).stream())
        .map(object -> value.apply(object.value()))
        .toList();
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).filter(text -> !text.isEmpty());
  }

  /**
   * Certifies a node.
   *
   * @throws EnrolmentException the secret does not entitle it to a certificate
   * @throws IllegalArgumentException the node runs another version
   * @throws org.plenum.model.pki.PkiException the certificate request cannot be used
   */
  public EnrolmentResponse enrol(EnrolmentRequest request) {
    if (!request.version().equals(ProductVersion.current())) {
      throw new IllegalArgumentException(
          "the node runs version %s and the management service %s; they must be the same"
              .formatted(request.version(), ProductVersion.current()));
    }
    CertificateRequest csr = CertificateRequest.parse(request.csrPem());
    Instant now = clock.instant();
    EnrolledNode node =
        memberships
            .enrol(
                request.secret(),
                request.controlPort(),
                request.httpsPort(),
                now,
                pending -> pending.redeem(request.secret(), csr, now))
            .orElseThrow(EnrolmentException::unknownSecret);
    List<X509Certificate> chain = certify(node.nodeId(), csr);
    log.info("Node {} enrolled; its control port is {}", node.nodeId(), node.controlPort());
    listeners.forEach(listener -> listener.accept(node));
    return EnrolmentResponse.of(chain);
  }

  /** Issues a certificate to an enrolled node, for its enrolment or its renewal. */
  public List<X509Certificate> certify(long nodeId, CertificateRequest request) {
    WorkerVm vm =
        store.read(
            reader ->
                ((ConfigurationView) reader).find(WorkerVm.class, nodeId).orElseThrow().value());
    return authority.issue(
        request,
        new PlatformIdentity.Node(Math.toIntExact(nodeId)),
        SubjectNames.of(vm.hostname() + "." + vm.domain(), vm.address()));
  }

  /** All enrolled nodes. */
  public List<EnrolledNode> nodes() {
    return memberships.nodes();
  }

  /** Ends the membership of a node that was deleted. */
  public void forget(long nodeId) {
    memberships.forgetNode(nodeId);
  }

  /** Hears of nodes that enrol from now on. */
  public void addListener(Consumer<EnrolledNode> listener) {
    listeners.add(listener);
  }
}
