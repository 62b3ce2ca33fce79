package org.plenum.management.replication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationReader.Touched;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.json.ReplicaJson;
import org.plenum.rpc.node.Delta;
import org.plenum.rpc.node.ReplicaObject;
import org.plenum.rpc.node.ReplicaObjects;
import org.plenum.rpc.node.ReplicationAck;
import org.plenum.rpc.node.ReplicationUpdate;
import org.plenum.rpc.node.SnapshotBegin;
import org.plenum.rpc.node.SnapshotEnd;

/**
 * Works out what a replica needs: a delta from its version, or a snapshot if it has none, belongs
 * to another deployment, refused an update or is very far behind. Thread-safe.
 */
final class ReplicaUpdates {

  /** With more changed objects than this a snapshot is no more work than a delta. */
  private static final int MAX_DELTA_OBJECTS = 5_000;

  private static final int SNAPSHOT_BATCH = 500;

  private final ConfigurationStore store;
  private final ReplicaJson json = new ReplicaJson();
  private final String deploymentUuid;

  ReplicaUpdates(ConfigurationStore store, String deploymentUuid) {
    this.store = store;
    this.deploymentUuid = deploymentUuid;
  }

  /** Whether a replica lacks nothing. */
  boolean isNewest(ReplicationAck ack) {
    return ack.getDeploymentUuid().equals(deploymentUuid)
        && ack.getVersion() == store.read(ConfigurationReader::version);
  }

  /**
   * Brings a replica up to date.
   *
   * @param ack what the node has
   * @param send takes the updates in their order; may block
   */
  void send(ReplicationAck ack, Consumer<ReplicationUpdate> send) {
    store.read(
        reader -> {
          Optional<List<Touched>> touched =
              ack.getError().isEmpty() && ack.getDeploymentUuid().equals(deploymentUuid)
                  ? reader.touchedSince(ack.getVersion(), MAX_DELTA_OBJECTS)
                  : Optional.empty();
          if (touched.isPresent()) {
            send.accept(delta(reader, ack.getVersion(), touched.get()));
          } else {
            snapshot(reader, send);
          }
          return ack;
        });
  }

  private ReplicationUpdate delta(ConfigurationReader reader, long from, List<Touched> touched) {
    Delta.Builder delta = Delta.newBuilder().setFromVersion(from).setToVersion(reader.version());
    for (Touched object : touched) {
      reader
          .catalog()
          .find(object.resource())
          .filter(ResourceType::replicated)
          .ifPresent(type -> delta.addObjects(current(reader, type, object.id())));
    }
    return ReplicationUpdate.newBuilder().setDelta(delta).build();
  }

  private ReplicaObject current(ConfigurationReader reader, ResourceType<?> type, long id) {
    return reader
        .object(type, id)
        .map(this::object)
        .orElseGet(
            () ->
                ReplicaObject.newBuilder()
                    .setResource(type.name())
                    .setId(id)
                    .setDeleted(true)
                    .build());
  }

  private void snapshot(ConfigurationReader reader, Consumer<ReplicationUpdate> send) {
    long version = reader.version();
    send.accept(
        ReplicationUpdate.newBuilder()
            .setSnapshotBegin(
                SnapshotBegin.newBuilder().setVersion(version).setDeploymentUuid(deploymentUuid))
            .build());
    List<ReplicaObject> batch = new ArrayList<>();
    for (ResourceType<?> type : reader.catalog().types()) {
      if (type.replicated()) {
        reader.forEach(
            type,
            object -> {
              batch.add(object(object));
              if (batch.size() >= SNAPSHOT_BATCH) {
                flush(batch, send);
              }
            });
      }
    }
    flush(batch, send);
    send.accept(
        ReplicationUpdate.newBuilder()
            .setSnapshotEnd(SnapshotEnd.newBuilder().setVersion(version))
            .build());
  }

  private static void flush(List<ReplicaObject> batch, Consumer<ReplicationUpdate> send) {
    if (!batch.isEmpty()) {
      send.accept(
          ReplicationUpdate.newBuilder()
              .setObjects(ReplicaObjects.newBuilder().addAllObjects(batch))
              .build());
      batch.clear();
    }
  }

  private ReplicaObject object(StoredObject object) {
    return ReplicaObject.newBuilder()
        .setResource(object.type().name())
        .setId(object.id())
        .setJson(json.write(object.type(), object.values()))
        .build();
  }
}
