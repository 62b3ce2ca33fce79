package org.plenum.node.replica;

/**
 * What the replica is a copy of.
 *
 * @param deploymentUuid deployment; empty before the first snapshot
 * @param version configuration version; 0 before the first snapshot
 */
public record ReplicaState(String deploymentUuid, long version) {

  /** Before the first snapshot. */
  public static final ReplicaState EMPTY = new ReplicaState("", 0);
}
