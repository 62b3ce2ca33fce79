package org.plenum.management.replication;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.plenum.management.change.ChangeListener;
import org.plenum.management.change.CommittedChange;
import org.plenum.management.change.ObjectChange;
import org.plenum.management.enrolment.EnrolledNode;
import org.plenum.management.enrolment.NodeEnrolment;
import org.plenum.management.status.StatusBoard;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.config.ConfigurationView;
import org.plenum.model.config.Stored;
import org.plenum.model.pki.PeerRequirement;
import org.plenum.model.pki.PlatformTrustManager;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.TlsContexts;
import org.plenum.model.resource.WorkerVm;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.plenum.rpc.status.NodeStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The links to all enrolled nodes. A node gets its link when it enrols or when this service starts,
 * and loses it when it is deleted. Thread-safe.
 */
public final class NodeLinks implements ChangeListener, AutoCloseable {

  private static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
  private static final Logger log = LoggerFactory.getLogger(NodeLinks.class);

  private final ConfigurationStore store;
  private final NodeEnrolment enrolment;
  private final ReloadableKeyManager keys;
  private final StatusBoard board;
  private final InstantSource clock;
  private final ReplicaUpdates updates;
  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("replication-", 0).factory());
  private final Map<Long, NodeLink> links = new ConcurrentHashMap<>();
  private boolean closed;

  public NodeLinks(
      ConfigurationStore store,
      String deploymentUuid,
      NodeEnrolment enrolment,
      ReloadableKeyManager keys,
      StatusBoard board,
      InstantSource clock) {
    this.store = store;
    this.enrolment = enrolment;
    this.keys = keys;
    this.board = board;
    this.clock = clock;
    this.updates =
        new ReplicaUpdates(
            new ReplicaSource(store, deploymentUuid, ReplicaSource.Limits.DEFAULT), deploymentUuid);
  }

  /** Shows all configured nodes on the board and connects to those that are enrolled. */
  public void start() {
    updates.start();
    store
        .read(reader -> ((ConfigurationView) reader).all(WorkerVm.class).toList())
        .forEach(node -> board.nodeConfigured(configured(node)));
    enrolment.addListener(this::connect);
    enrolment.nodes().forEach(this::connect);
  }

  /** (Re)connects to a node: it enrolled, or its address changed. */
  private synchronized void connect(EnrolledNode node) {
    if (closed) {
      return;
    }
    store
        .read(reader -> ((ConfigurationView) reader).find(WorkerVm.class, node.nodeId()))
        .ifPresent(
            vm -> {
              NodeLink older = links.put(node.nodeId(), link(node, vm.value().address()));
              if (older != null) {
                executor.execute(older::close);
              }
            });
  }

  private NodeLink link(EnrolledNode node, String address) {
    PeerCertificate certificate = new PeerCertificate();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address, node.controlPort())
            .sslContext(
                TlsContexts.grpcClient(
                    keys,
                    new PlatformTrustManager(
                        keys.current().root(),
                        PeerRequirement.node(Math.toIntExact(node.nodeId())))))
            .intercept(certificate)
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .keepAliveTime(10, TimeUnit.SECONDS)
            .keepAliveTimeout(5, TimeUnit.SECONDS)
            .keepAliveWithoutCalls(true)
            .build();
    return new NodeLink(
        node.nodeId(),
        channel,
        certificate,
        () -> new ReplicationSession(node.nodeId(), updates, board, clock, executor),
        board,
        clock);
  }

  /**
   * Has a node carry out a command.
   *
   * @return a failure with a message if the node is not connected or not known
   */
  public CommandResult execute(long nodeId, Command command) {
    NodeLink link = links.get(nodeId);
    return link == null
        ? CommandResult.newBuilder()
            .setStatus(CommandResult.Status.FAILED)
            .setMessage("The conferencing node is not known.")
            .build()
        : link.execute(command);
  }

  /** The links to all enrolled nodes, connected or not. */
  public List<NodeConnection> connections() {
    return links.values().stream().map(NodeLink::connection).toList();
  }

  @Override
  public void committed(CommittedChange change) {
    updates.committed(change.version());
    // Runs while the next writer waits: hand over and return.
    executor.execute(
        () -> {
          change.changes().stream()
              .filter(object -> object.type().recordClass().equals(WorkerVm.class))
              .forEach(this::nodeChanged);
          links.values().forEach(NodeLink::configurationChanged);
        });
  }

  private void nodeChanged(ObjectChange change) {
    if (change.after().isEmpty()) {
      disconnect(change.id());
      return;
    }
    WorkerVm vm = (WorkerVm) change.type().toRecord(change.after().get().values());
    board.nodeConfigured(configured(new Stored<>(change.id(), vm)));
  }

  private void disconnect(long nodeId) {
    log.info("Node {} was deleted", nodeId);
    NodeLink link = links.remove(nodeId);
    if (link != null) {
      link.close();
    }
    enrolment.forget(nodeId);
    board.nodeDeleted(nodeId);
  }

  private static NodeStatus configured(Stored<WorkerVm> node) {
    WorkerVm vm = node.value();
    return NodeStatus.newBuilder()
        .setNodeId(node.id())
        .setName(vm.name())
        .setAddress(vm.address())
        .setLocationId(vm.systemLocation().id())
        .setMaintenanceMode(vm.maintenanceMode())
        .build();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    links.values().forEach(NodeLink::close);
    executor.shutdownNow();
  }
}
