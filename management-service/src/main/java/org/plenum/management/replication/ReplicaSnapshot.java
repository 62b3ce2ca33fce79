package org.plenum.management.replication;

import java.util.List;
import org.plenum.rpc.node.ReplicationUpdate;

/**
 * Everything that nodes need of one version, ready to be sent to any number of them. Immutable.
 *
 * @param version configuration version
 * @param updates begin, packed objects, end
 */
record ReplicaSnapshot(long version, List<ReplicationUpdate> updates) {
  ReplicaSnapshot {
    updates = List.copyOf(updates);
  }
}
