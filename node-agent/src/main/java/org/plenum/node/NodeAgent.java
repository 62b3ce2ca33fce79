package org.plenum.node;

import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.plenum.model.enrolment.NodeDocumentException;
import org.plenum.model.enrolment.NodeDocumentReader;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PeerRequirement;
import org.plenum.model.pki.PlatformTrustManager;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.pki.TlsContexts;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.ProductVersion;
import org.plenum.model.process.StartupException;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.status.StatusFeed;
import org.plenum.node.control.ControlServer;
import org.plenum.node.control.NodeControlService;
import org.plenum.node.enrolment.CertificateRenewal;
import org.plenum.node.enrolment.Enrolment;
import org.plenum.node.enrolment.EnrolmentFailedException;
import org.plenum.node.enrolment.NodeIdentity;
import org.plenum.node.enrolment.NodeIdentityStore;
import org.plenum.node.enrolment.UploadServer;
import org.plenum.node.replica.Replica;
import org.plenum.node.replica.ReplicaContents;
import org.plenum.node.replica.ReplicaEntry;
import org.plenum.node.replica.ReplicaException;
import org.plenum.node.replica.ReplicaListener;
import org.plenum.node.replica.ReplicaStore;
import org.plenum.node.replica.ReplicatedConfiguration;
import org.plenum.node.routing.NodeConfiguration;
import org.plenum.node.routing.ReplicatedNodeConfiguration;
import org.plenum.node.service.CallServices;
import org.plenum.node.service.LocatedServices;
import org.plenum.node.service.SipCertificate;
import org.plenum.node.status.MediaLoad;
import org.plenum.node.status.NodeCapacity;
import org.plenum.node.status.NodeHeartbeat;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node, wired by hand. It goes from unconfigured to enrolled to serving: the control port is
 * opened once the node has an identity, calls are taken once it has a configuration, be it from a
 * replica of an earlier run.
 */
public final class NodeAgent implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(NodeAgent.class);

  private final NodeConfig config;
  private final InstantSource clock = InstantSource.system();
  private final Instant bootTime = clock.instant();
  private final StatusFeed feed = new StatusFeed();

  /** Closed from the last to the first. */
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private boolean closed;

  public NodeAgent(NodeConfig config) {
    this.config = config;
  }

  /**
   * Starts the node; a fresh one waits here until it was given its configuration document.
   *
   * @throws StartupException the node cannot start, for a reason that its operator can mend
   */
  public void start() throws InterruptedException {
    try {
      Files.createDirectories(config.data());
      NodeIdentityStore identities = new NodeIdentityStore(config.identityFolder());
      Optional<NodeIdentity> known = identities.load();
      NodeIdentity identity = known.isPresent() ? known.get() : enrol(identities);
      serve(identity, identities);
    } catch (IOException | ReplicaException e) {
      throw new StartupException(
          ExitCode.DATA_UNUSABLE,
          "The data folder " + config.data() + " cannot be used: " + e.getMessage(),
          e);
    }
  }

  private NodeIdentity enrol(NodeIdentityStore identities) throws InterruptedException {
    Enrolment enrolment = new Enrolment(identities, config.controlPort(), config.httpsPort());
    NodeDocumentReader reader = new NodeDocumentReader(ProductVersion.current(), clock);
    return config.document().isPresent()
        ? enrolFrom(config.document().get(), reader, enrolment)
        : awaitUpload(reader, enrolment);
  }

  private static NodeIdentity enrolFrom(Path file, NodeDocumentReader reader, Enrolment enrolment) {
    try {
      return enrolment.enrol(reader.read(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new StartupException(
          ExitCode.USAGE, "The configuration document " + file + " cannot be read.", e);
    } catch (NodeDocumentException e) {
      throw new StartupException(
          ExitCode.USAGE, "The configuration document cannot be used: " + e.getMessage(), e);
    } catch (EnrolmentFailedException e) {
      throw new StartupException(ExitCode.UNREACHABLE, String.valueOf(e.getMessage()), e);
    }
  }

  private NodeIdentity awaitUpload(NodeDocumentReader reader, Enrolment enrolment)
      throws InterruptedException {
    try (UploadServer server =
        UploadServer.start(
            reader,
            enrolment,
            config.https(),
            new SelfSignedCertificate(clock)
                .create(KeyType.EC_P256, "plenum-node", SubjectNames.NONE))) {
      log.info(
          "This node is not configured: upload its document at https://{}:{}/",
          config.bind().getHostAddress(),
          config.httpsPort());
      return server.enrolled().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The enrolment failed", e);
    }
  }

  private synchronized void serve(NodeIdentity identity, NodeIdentityStore identities)
      throws ReplicaException {
    if (closed) {
      return;
    }
    ReplicatedConfiguration objects = new ReplicatedConfiguration(PlenumResources.catalog());
    NodeConfiguration configuration =
        new ReplicatedNodeConfiguration(objects, identity.profile().nodeId());
    ReplicaStore store = opened(ReplicaStore.open(config.replicaFile()));
    MediaLoad load =
        new MediaLoad(NodeCapacity.ofProcessors(Runtime.getRuntime().availableProcessors()));
    SipCertificate certificate =
        new SipCertificate(
            configuration, new CredentialStore(config.data().resolve("sip-tls")), clock);
    LocatedServices<CallServices> taking =
        opened(
            new LocatedServices<>(
                configuration,
                new CallTaking(
                        config, identity.profile(), configuration, certificate, feed, load, clock)
                    ::start));
    Replica replica = new Replica(store, new ConfigurationInForce(objects, certificate, taking));
    ReloadableKeyManager keys = new ReloadableKeyManager(identity.credentials());
    SslContext tls =
        TlsContexts.grpcServer(
            keys,
            new PlatformTrustManager(identity.credentials().root(), PeerRequirement.management()));
    NodeHeartbeat heartbeat =
        opened(
            new NodeHeartbeat(
                feed,
                configuration,
                load,
                new NodeHeartbeat.NodeSoftware(ProductVersion.current(), bootTime),
                () -> version(replica),
                clock));
    heartbeat.start();
    opened(
        ControlServer.start(
            config.control(),
            tls,
            new NodeControlService(
                replica,
                feed,
                command -> execute(taking, command),
                new CertificateRenewal(identities.credentials(), keys))));
    log.info("Node {} serves on control port {}", identity.profile().name(), config.controlPort());
  }

  private static long version(Replica replica) {
    try {
      return replica.state().version();
    } catch (ReplicaException e) {
      log.warn("The version of the replica cannot be read: {}", e.getMessage());
      return 0;
    }
  }

  private static CommandResult execute(LocatedServices<CallServices> taking, Command command) {
    return taking
        .running()
        .map(running -> running.execute(command))
        .orElseGet(
            () ->
                CommandResult.newBuilder()
                    .setStatus(CommandResult.Status.FAILED)
                    .setMessage("The node takes no calls yet.")
                    .build());
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  /**
   * Waits until the node was closed.
   *
   * @throws StartupException the node cannot take calls, for a reason that its operator can mend
   */
  public void awaitStop() throws InterruptedException {
    try {
      stopped.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StartupException startup) {
        throw startup;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Ends all calls and stops. Idempotent; safe while the node starts. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        log.error("{} did not stop cleanly", part.getClass().getSimpleName(), e);
      }
    }
    stopped.complete(null);
  }

  /** Puts updates in force, and has those who take calls follow them. */
  private final class ConfigurationInForce implements ReplicaListener {

    private final ReplicatedConfiguration objects;
    private final SipCertificate certificate;
    private final LocatedServices<CallServices> services;

    ConfigurationInForce(
        ReplicatedConfiguration objects,
        SipCertificate certificate,
        LocatedServices<CallServices> services) {
      this.objects = objects;
      this.certificate = certificate;
      this.services = services;
    }

    @Override
    public void onReplaced(ReplicaContents contents) throws ReplicaException {
      objects.onReplaced(contents);
      follow();
    }

    @Override
    public void onChanged(List<ReplicaEntry> entries) {
      objects.onChanged(entries);
      follow();
    }

    private void follow() {
      try {
        certificate.follow();
        services.follow();
      } catch (RuntimeException e) {
        // A node that is connected and takes no calls would look healthy.
        stopped.completeExceptionally(e);
      }
    }
  }
}
