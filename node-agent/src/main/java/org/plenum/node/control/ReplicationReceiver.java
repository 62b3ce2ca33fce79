package org.plenum.node.control;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.model.replica.PackedObjects;
import org.plenum.node.replica.IncomingSnapshot;
import org.plenum.node.replica.Replica;
import org.plenum.node.replica.ReplicaEntry;
import org.plenum.node.replica.ReplicaException;
import org.plenum.node.replica.ReplicaKey;
import org.plenum.node.replica.ReplicaState;
import org.plenum.rpc.node.Delta;
import org.plenum.rpc.node.ReplicaObject;
import org.plenum.rpc.node.ReplicationAck;
import org.plenum.rpc.node.ReplicationUpdate;
import org.plenum.rpc.node.SnapshotBegin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's end of a replication stream. gRPC delivers the updates of a stream one at a time, so
 * there is no locking.
 */
final class ReplicationReceiver implements StreamObserver<ReplicationUpdate> {

  /** Far above any real deployment; a management service gone wrong must not fill the disk. */
  private static final int MAX_SNAPSHOT_OBJECTS = 5_000_000;

  private static final Logger log = LoggerFactory.getLogger(ReplicationReceiver.class);

  private final Replica replica;
  private final StreamObserver<ReplicationAck> acknowledgements;
  private @Nullable IncomingSnapshot snapshot;

  ReplicationReceiver(Replica replica, StreamObserver<ReplicationAck> acknowledgements) {
    this.replica = replica;
    this.acknowledgements = acknowledgements;
  }

  /** The node speaks first: what it has. */
  void start() {
    acknowledge("");
  }

  /** A newer stream takes over. */
  void supersede() {
    acknowledgements.onError(
        Status.ABORTED.withDescription("replaced by a newer stream").asRuntimeException());
  }

  @Override
  public void onNext(ReplicationUpdate update) {
    try {
      switch (update.getUpdateCase()) {
        case SNAPSHOT_BEGIN -> begin(update.getSnapshotBegin());
        case OBJECTS -> add(update.getObjects());
        case SNAPSHOT_END -> end(update.getSnapshotEnd().getVersion());
        case DELTA -> apply(update.getDelta());
        case UPDATE_NOT_SET -> throw new ReplicaException("An update without content arrived.");
      }
    } catch (ReplicaException e) {
      log.warn("A replication update was refused: {}", e.getMessage());
      snapshot = null;
      acknowledge(String.valueOf(e.getMessage()));
    }
  }

  private void begin(SnapshotBegin begin) throws ReplicaException {
    snapshot =
        replica.beginSnapshot(new ReplicaState(begin.getDeploymentUuid(), begin.getVersion()));
  }

  private void add(ByteString packed) throws ReplicaException {
    IncomingSnapshot current = snapshot;
    if (current == null) {
      throw new ReplicaException("Objects of a snapshot arrived before its begin.");
    }
    List<ReplicaEntry> entries = unpacked(packed);
    if (current.size() + entries.size() > MAX_SNAPSHOT_OBJECTS) {
      throw new ReplicaException("The snapshot has too many objects.");
    }
    current.add(entries);
  }

  private void end(long version) throws ReplicaException {
    IncomingSnapshot complete = snapshot;
    if (complete == null || complete.state().version() != version) {
      throw new ReplicaException("The end of a snapshot does not belong to its begin.");
    }
    complete.complete();
    log.info(
        "Configuration version {} taken as a snapshot of {} objects", version, complete.size());
    snapshot = null;
    acknowledge("");
  }

  private void apply(Delta delta) throws ReplicaException {
    replica.apply(delta.getFromVersion(), delta.getToVersion(), unpacked(delta.getObjects()));
    acknowledge("");
  }

  private static List<ReplicaEntry> unpacked(ByteString packed) throws ReplicaException {
    try {
      return PackedObjects.unpack(packed).stream().map(ReplicationReceiver::entry).toList();
    } catch (InvalidProtocolBufferException e) {
      throw new ReplicaException("Damaged objects arrived: " + e.getMessage(), e);
    }
  }

  private static ReplicaEntry entry(ReplicaObject object) {
    return new ReplicaEntry(
        new ReplicaKey(object.getResource(), object.getId()),
        object.getDeleted() ? Optional.empty() : Optional.of(object.getJson()));
  }

  private void acknowledge(String error) {
    ReplicationAck.Builder ack = ReplicationAck.newBuilder().setError(error);
    try {
      ReplicaState state = replica.state();
      ack.setVersion(state.version()).setDeploymentUuid(state.deploymentUuid());
    } catch (ReplicaException e) {
      ack.setError(String.valueOf(e.getMessage()));
    }
    acknowledgements.onNext(ack.build());
  }

  @Override
  public void onError(Throwable cause) {
    log.info("The replication stream ended: {}", cause.getMessage());
    snapshot = null;
  }

  @Override
  public void onCompleted() {
    acknowledgements.onCompleted();
  }
}
