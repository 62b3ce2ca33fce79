package org.plenum.node.replica;

import java.util.List;

/** Hears what changed, after it is on disk, in order, one call at a time. */
public interface ReplicaListener {

  /**
   * Everything was replaced.
   *
   * @throws ReplicaException the objects cannot be read
   */
  void onReplaced(ReplicaContents contents) throws ReplicaException;

  /** Some objects changed or are gone. */
  void onChanged(List<ReplicaEntry> entries);
}
