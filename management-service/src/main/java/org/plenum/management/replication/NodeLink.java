package org.plenum.management.replication;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenum.management.status.StatusBoard;
import org.plenum.rpc.node.NodeControlGrpc;
import org.plenum.rpc.node.WatchStatusRequest;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.plenum.rpc.status.StatusEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one node connected: replication and status run on one channel, and when one of them ends
 * both are begun anew after a pause that grows with every failure.
 */
final class NodeLink implements AutoCloseable {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
  private static final Duration COMMAND_DEADLINE = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(NodeLink.class);

  private final long nodeId;
  private final ManagedChannel channel;
  private final PeerCertificate certificate;
  private final Supplier<ReplicationSession> sessions;
  private final StatusBoard board;
  private final InstantSource clock;
  private final AtomicReference<@Nullable ReplicationSession> session = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Connects, and stays connected until closed.
   *
   * @param channel to the node's control port; owned by the link
   * @param certificate learns from the channel what the node presents
   * @param sessions makes a replication session for each connection
   */
  NodeLink(
      long nodeId,
      ManagedChannel channel,
      PeerCertificate certificate,
      Supplier<ReplicationSession> sessions,
      StatusBoard board,
      InstantSource clock) {
    this.nodeId = nodeId;
    this.channel = channel;
    this.certificate = certificate;
    this.sessions = sessions;
    this.board = board;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("node-link-" + nodeId).start(this::stayConnected);
  }

  /** The configuration changed: the node is told, now or when it is connected. */
  void configurationChanged() {
    ReplicationSession current = session.get();
    if (current != null) {
      current.configurationChanged();
    }
  }

  /**
   * Has the node carry out a command.
   *
   * @return the node's answer; a failure that says so if the node cannot be reached
   */
  CommandResult execute(Command command) {
    try {
      return NodeControlGrpc.newBlockingStub(channel)
          .withDeadlineAfter(COMMAND_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
          .execute(command);
    } catch (StatusRuntimeException e) {
      log.warn("Node {} did not carry out a command: {}", nodeId, e.getStatus());
      return CommandResult.newBuilder()
          .setStatus(CommandResult.Status.FAILED)
          .setMessage("The conferencing node does not answer.")
          .build();
    }
  }

  /** For calls beyond configuration, status and commands. */
  NodeConnection connection() {
    return new NodeConnection(nodeId, channel, certificate.last());
  }

  private void stayConnected() {
    Duration pause = SHORTEST_PAUSE;
    while (!closed) {
      board.linkChanged(nodeId, link -> link.attemptedAt(clock.instant()));
      boolean worked = runOnce();
      board.linkChanged(nodeId, link -> link.attemptedAt(clock.instant()));
      pause = worked ? SHORTEST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
      if (!sleep(pause)) {
        return;
      }
      channel.resetConnectBackoff();
    }
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private boolean sleep(Duration pause) {
    try {
      Thread.sleep(pause);
      return !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One connection, until it breaks; true if the node reported at least once. */
  private boolean runOnce() {
    ReplicationSession replication = sessions.get();
    StatusWatch status = new StatusWatch();
    NodeControlGrpc.NodeControlStub node = NodeControlGrpc.newStub(channel);
    try {
      session.set(replication);
      CompletableFuture<Void> replicating = replication.open(node);
      node.watchStatus(WatchStatusRequest.getDefaultInstance(), status);
      CompletableFuture.anyOf(replicating, status.ended).join();
    } catch (CompletionException e) {
      log.info("The connection to node {} broke: {}", nodeId, Status.fromThrowable(e));
    } finally {
      session.set(null);
      replication.cancel("the connection is begun anew");
      status.cancel();
    }
    return status.reported;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    channel.shutdownNow();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Passes the node's status on to the board. gRPC calls it from one thread at a time. */
  private final class StatusWatch
      implements ClientResponseObserver<WatchStatusRequest, StatusEvent> {

    private final StatusBoard.NodeReports reports = board.reportsOf(nodeId);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable ClientCallStreamObserver<WatchStatusRequest> call;
    private volatile boolean reported;

    @Override
    public void beforeStart(ClientCallStreamObserver<WatchStatusRequest> request) {
      call = request;
    }

    @Override
    public void onNext(StatusEvent event) {
      reported = true;
      reports.accept(event);
    }

    @Override
    public void onError(Throwable cause) {
      ended.completeExceptionally(cause);
    }

    @Override
    public void onCompleted() {
      ended.complete(null);
    }

    private void cancel() {
      var current = call;
      if (current != null) {
        current.cancel("the connection is begun anew", null);
      }
    }
  }
}
