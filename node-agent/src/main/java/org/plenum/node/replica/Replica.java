package org.plenum.node.replica;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one door by which configuration enters a node: an update is first made durable, then put in
 * force. Thread-safe.
 */
public final class Replica {

  private final ReplicaStore store;
  private final ReplicaListener listener;
  private @Nullable IncomingSnapshot incoming;

  /**
   * Puts what is on disk in force.
   *
   * @throws ReplicaException the store cannot be read
   */
  public Replica(ReplicaStore store, ReplicaListener listener) throws ReplicaException {
    this.store = store;
    this.listener = listener;
    listener.onReplaced(store::forEach);
  }

  /** What the replica is a copy of. */
  public ReplicaState state() throws ReplicaException {
    return store.state();
  }

  /**
   * Begins to take a snapshot; nothing changes until it is complete.
   *
   * @throws ReplicaException the store cannot be written
   */
  public synchronized IncomingSnapshot beginSnapshot(ReplicaState state) throws ReplicaException {
    store.clearStage();
    IncomingSnapshot snapshot = new IncomingSnapshot(this, state);
    incoming = snapshot;
    return snapshot;
  }

  synchronized void stage(IncomingSnapshot snapshot, List<ReplicaEntry> entries)
      throws ReplicaException {
    requireLatest(snapshot);
    store.stage(entries);
  }

  synchronized void replace(IncomingSnapshot snapshot) throws ReplicaException {
    requireLatest(snapshot);
    incoming = null;
    store.replace(snapshot.state());
    listener.onReplaced(store::forEach);
  }

  private void requireLatest(IncomingSnapshot snapshot) throws ReplicaException {
    if (incoming != snapshot) {
      throw new ReplicaException("A newer snapshot took the place of this one.");
    }
  }

  /**
   * Applies changes.
   *
   * @throws ReplicaException the changes start from another version than the replica has
   */
  public synchronized void apply(long fromVersion, long toVersion, List<ReplicaEntry> entries)
      throws ReplicaException {
    store.apply(fromVersion, toVersion, entries);
    listener.onChanged(entries);
  }
}
