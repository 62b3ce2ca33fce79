package org.plenum.management.replication;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.plenum.model.collection.BoundedMap;
import org.plenum.rpc.node.Delta;
import org.plenum.rpc.node.ReplicationAck;
import org.plenum.rpc.node.ReplicationUpdate;

/**
 * Knows what a replica lacks: a delta from its version, or a snapshot if it has none, belongs to
 * another deployment, refused an update or is very far behind.
 *
 * <p>What is read from the store for one node serves all that lack the same. A snapshot serves
 * until a delta does not lead from it to the newest version any more; a node that gets an older one
 * gets that delta next. Thread-safe; a snapshot in the making holds up no delta.
 */
final class ReplicaUpdates {

  private static final int MAX_DELTAS = 8;

  private final ReplicaSource source;
  private final String deploymentUuid;
  private final AtomicLong newest = new AtomicLong();
  private final Object snapshotLock = new Object();

  /** Kept as long as there is memory for it. */
  private SoftReference<ReplicaSnapshot> snapshot = new SoftReference<>(null);

  /** By the version that they start from; those to an older version than the newest are stale. */
  private final Map<Long, Delta> deltas = BoundedMap.byAge(MAX_DELTAS);

  ReplicaUpdates(ReplicaSource source, String deploymentUuid) {
    this.source = source;
    this.deploymentUuid = deploymentUuid;
  }

  /** Finds out which version is the newest. */
  void start() {
    committed(source.version());
  }

  /** There is a new version. */
  void committed(long version) {
    newest.accumulateAndGet(version, Math::max);
  }

  /** Whether a replica lacks nothing. */
  boolean isNewest(ReplicationAck ack) {
    return isOurs(ack) && isNewest(ack.getVersion());
  }

  private boolean isNewest(long version) {
    long known = newest.get();
    // A replica can be ahead for a moment, or for good: of a database that was restored.
    return version == known || (version > known && version == source.version());
  }

  private boolean isOurs(ReplicationAck ack) {
    return ack.getError().isEmpty() && ack.getDeploymentUuid().equals(deploymentUuid);
  }

  /** What brings a replica up to date, or nearer to it. */
  List<ReplicationUpdate> lackedBy(ReplicationAck ack) {
    return (isOurs(ack) ? delta(ack.getVersion()) : Optional.<Delta>empty())
        .map(delta -> List.of(ReplicationUpdate.newBuilder().setDelta(delta).build()))
        .orElseGet(() -> snapshot().updates());
  }

  private Optional<Delta> delta(long from) {
    synchronized (deltas) {
      Delta known = deltas.get(from);
      if (known != null && known.getToVersion() >= newest.get()) {
        return Optional.of(known);
      }
      Optional<Delta> read = source.delta(from);
      deltas.remove(from);
      read.ifPresent(delta -> deltas.put(from, delta));
      return read;
    }
  }

  private ReplicaSnapshot snapshot() {
    synchronized (snapshotLock) {
      ReplicaSnapshot known = snapshot.get();
      if (known != null && (isNewest(known.version()) || delta(known.version()).isPresent())) {
        return known;
      }
      snapshot.clear(); // Two at a time would need twice the memory.
      ReplicaSnapshot read = source.snapshot();
      snapshot = new SoftReference<>(read);
      return read;
    }
  }
}
