package org.plenum.node.replica;

import java.util.List;

/**
 * A snapshot on its way to the replica: kept on disk beside it until it is complete. Only the last
 * one that was begun can be continued.
 */
public final class IncomingSnapshot {
  private final Replica replica;
  private final ReplicaState state;
  private int size;

  IncomingSnapshot(Replica replica, ReplicaState state) {
    this.replica = replica;
    this.state = state;
  }

  /** What the replica will be a copy of. */
  public ReplicaState state() {
    return state;
  }

  /** Objects so far. */
  public int size() {
    return size;
  }

  /**
   * Takes some of its objects.
   *
   * @throws ReplicaException it cannot be written, or another one was begun
   */
  public void add(List<ReplicaEntry> entries) throws ReplicaException {
    replica.stage(this, entries);
    size += entries.size();
  }

  /**
   * Replaces everything with what was taken.
   *
   * @throws ReplicaException it cannot be written, or another one was begun
   */
  public void complete() throws ReplicaException {
    replica.replace(this);
  }
}
