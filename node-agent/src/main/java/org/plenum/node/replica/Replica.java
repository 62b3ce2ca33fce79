package org.plenum.node.replica;

import java.util.ArrayList;
import java.util.List;

/**
 * The one door by which configuration enters a node: an update is first made durable, then put in
 * force. Thread-safe.
 */
public final class Replica {

  private final ReplicaStore store;
  private final ReplicaListener listener;

  /**
   * Puts what is on disk in force.
   *
   * @throws ReplicaException the store cannot be read
   */
  public Replica(ReplicaStore store, ReplicaListener listener) throws ReplicaException {
    this.store = store;
    this.listener = listener;
    List<ReplicaEntry> entries = new ArrayList<>();
    store.forEach(entries::add);
    listener.onReplaced(entries);
  }

  /** What the replica is a copy of. */
  public ReplicaState state() throws ReplicaException {
    return store.state();
  }

  /** Replaces everything. */
  public synchronized void replace(ReplicaState state, List<ReplicaEntry> entries)
      throws ReplicaException {
    store.replace(state, entries);
    listener.onReplaced(entries);
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
