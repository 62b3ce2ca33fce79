package org.plenum.management.replication;

import java.util.ArrayList;
import java.util.List;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.testing.FakeReplica;
import org.plenum.rpc.node.ReplicaObject;
import org.plenum.rpc.node.ReplicationUpdate;

/** What a node without any configuration would get now. */
public final class ReplicaContent {
  private ReplicaContent() {}

  public static List<ReplicaObject> of(ConfigurationStore store) {
    List<ReplicaObject> objects = new ArrayList<>();
    for (ReplicationUpdate update :
        new ReplicaSource(store, "deployment", ReplicaSource.Limits.DEFAULT).snapshot().updates()) {
      if (update.hasObjects()) {
        objects.addAll(FakeReplica.unpacked(update.getObjects()));
      }
    }
    return objects;
  }
}
