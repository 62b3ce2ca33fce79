package org.plenum.management.replication;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.plenum.management.status.StatusBoard;
import org.plenum.rpc.node.NodeControlGrpc.NodeControlStub;
import org.plenum.rpc.node.ReplicationAck;
import org.plenum.rpc.node.ReplicationUpdate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One replication stream to one node. At most one update is under way; when it is acknowledged, and
 * whenever the configuration changes, the node is sent what it still lacks.
 *
 * <p>Thread-safe: all decisions are taken under one lock, the work is done on the executor.
 */
final class ReplicationSession
    implements ClientResponseObserver<ReplicationUpdate, ReplicationAck> {

  /** After this many refusals in a row the stream is given up, to begin anew after a pause. */
  private static final int MAX_REFUSALS = 3;

  private static final Logger log = LoggerFactory.getLogger(ReplicationSession.class);

  private final long nodeId;
  private final ReplicaUpdates updates;
  private final StatusBoard board;
  private final InstantSource clock;
  private final Executor executor;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Object ready = new Object();

  private @Nullable ClientCallStreamObserver<ReplicationUpdate> stream;
  private @Nullable ReplicationAck last;
  private boolean underWay;
  private int refusals;

  ReplicationSession(
      long nodeId,
      ReplicaUpdates updates,
      StatusBoard board,
      InstantSource clock,
      Executor executor) {
    this.nodeId = nodeId;
    this.updates = updates;
    this.board = board;
    this.clock = clock;
    this.executor = executor;
  }

  /** Opens the stream; the future ends with it. */
  CompletableFuture<Void> open(NodeControlStub node) {
    node.replicate(this);
    return ended;
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<ReplicationUpdate> requests) {
    stream = requests;
    requests.setOnReadyHandler(this::wakeSender);
  }

  /** The configuration changed. */
  void configurationChanged() {
    board.linkChanged(nodeId, link -> link.behind());
    sendIfIdle();
  }

  @Override
  public void onNext(ReplicationAck ack) {
    if (!ack.getError().isEmpty()) {
      log.warn("Node {} refused an update: {}", nodeId, ack.getError());
      if (++refusals >= MAX_REFUSALS) {
        cancel("the node refuses the configuration");
        return;
      }
    } else {
      refusals = 0;
    }
    synchronized (this) {
      last = ack;
      underWay = false;
    }
    boolean newest = updates.isNewest(ack);
    board.linkChanged(nodeId, link -> link.acknowledged(ack.getVersion(), newest, clock.instant()));
    if (!newest) {
      sendIfIdle();
    }
  }

  private void sendIfIdle() {
    ReplicationAck from;
    synchronized (this) {
      if (underWay || last == null || updates.isNewest(last)) {
        return;
      }
      underWay = true;
      from = last;
    }
    executor.execute(
        () -> {
          try {
            updates.lackedBy(from).forEach(this::sendWhenReady);
          } catch (RuntimeException e) {
            log.error("The configuration could not be sent to node {}", nodeId, e);
            cancel("sending failed");
          }
        });
  }

  /** Blocks while the node takes what it was sent, so that no more than that waits in memory. */
  private void sendWhenReady(ReplicationUpdate update) {
    ClientCallStreamObserver<ReplicationUpdate> requests = stream;
    if (requests == null) {
      throw new IllegalStateException("the stream is not open");
    }
    synchronized (ready) {
      while (!requests.isReady() && !ended.isDone()) {
        try {
          ready.wait(1_000);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted", e);
        }
      }
    }
    if (!ended.isDone()) {
      requests.onNext(update);
    }
  }

  /** Gives the stream up. */
  void cancel(String reason) {
    ClientCallStreamObserver<ReplicationUpdate> requests = stream;
    if (requests != null) {
      requests.cancel(reason, null);
    }
  }

  @Override
  public void onError(Throwable cause) {
    ended.completeExceptionally(cause);
    wakeSender();
  }

  @Override
  public void onCompleted() {
    ended.complete(null);
    wakeSender();
  }

  private void wakeSender() {
    synchronized (ready) {
      ready.notifyAll();
    }
  }
}
