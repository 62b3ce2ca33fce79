package org.plenum.management.replication;

import java.util.ArrayList;
import java.util.List;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.rpc.node.ReplicaObject;
import org.plenum.rpc.node.ReplicationAck;

/** What a node without any configuration would get now. */
public final class ReplicaContent {
  private ReplicaContent() {}

  public static List<ReplicaObject> of(ConfigurationStore store) {
    List<ReplicaObject> objects = new ArrayList<>();
    new ReplicaUpdates(store, "deployment")
        .send(
            ReplicationAck.getDefaultInstance(),
            update -> objects.addAll(update.getObjects().getObjectsList()));
    return objects;
  }
}
