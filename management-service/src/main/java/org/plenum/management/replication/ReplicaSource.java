package org.plenum.management.replication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationReader.Touched;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.json.ReplicaJson;
import org.plenum.model.replica.PackedObjects;
import org.plenum.rpc.node.Delta;
import org.plenum.rpc.node.ReplicaObject;
import org.plenum.rpc.node.ReplicationUpdate;
import org.plenum.rpc.node.SnapshotBegin;
import org.plenum.rpc.node.SnapshotEnd;

/** Reads from the store what nodes need. Each answer is one short transaction. Thread-safe. */
final class ReplicaSource {

  /**
   * What goes into one message. Sizes are characters of texts.
   *
   * @param deltaChanges changes in a delta, before objects that were changed twice are merged
   * @param deltaSize texts of a delta
   * @param batchObjects objects in a part of a snapshot
   * @param batchSize texts in a part of a snapshot, not counting its last object
   */
  record Limits(int deltaChanges, int deltaSize, int batchObjects, int batchSize) {
    /** The largest change set is a delta; all is far below what a node unpacks. */
    static final Limits DEFAULT =
        new Limits(20_000, PackedObjects.MAX_UNPACKED_BYTES / 4, 500, 1024 * 1024);
  }

  private final ConfigurationStore store;
  private final String deploymentUuid;
  private final Limits limits;
  private final ReplicaJson json = new ReplicaJson();

  ReplicaSource(ConfigurationStore store, String deploymentUuid, Limits limits) {
    this.store = store;
    this.deploymentUuid = deploymentUuid;
    this.limits = limits;
  }

  /** The newest version. */
  long version() {
    return store.read(ConfigurationReader::version);
  }

  /** What has changed since a version; empty if that is unknown or too much for one message. */
  Optional<Delta> delta(long from) {
    return store.read(
        reader ->
            reader
                .touchedSince(from, limits.deltaChanges())
                .map(touched -> objects(reader, touched))
                .filter(objects -> size(objects) <= limits.deltaSize())
                .map(
                    objects ->
                        Delta.newBuilder()
                            .setFromVersion(from)
                            .setToVersion(reader.version())
                            .setObjects(PackedObjects.pack(objects))
                            .build()));
  }

  private List<ReplicaObject> objects(ConfigurationReader reader, Set<Touched> touched) {
    Map<Touched, ReplicaObject> current = new HashMap<>();
    touched.stream()
        .collect(
            Collectors.groupingBy(
                Touched::resource, Collectors.mapping(Touched::id, Collectors.toList())))
        .forEach(
            (resource, ids) ->
                replicated(reader, resource)
                    .ifPresent(
                        type ->
                            ids.stream()
                                .gather(Gatherers.windowFixed(limits.batchObjects()))
                                .flatMap(some -> reader.objects(type, some).stream())
                                .forEach(
                                    object ->
                                        current.put(
                                            new Touched(resource, object.id()), object(object)))));
    return touched.stream()
        .filter(object -> replicated(reader, object.resource()).isPresent())
        .map(object -> current.getOrDefault(object, deleted(object)))
        .toList();
  }

  private static Optional<ResourceType<?>> replicated(ConfigurationReader reader, String resource) {
    return reader.catalog().find(resource).filter(ResourceType::replicated);
  }

  private static long size(List<ReplicaObject> objects) {
    return objects.stream().mapToLong(object -> object.getJson().length()).sum();
  }

  /** Everything. Only the packed form is kept in memory. */
  ReplicaSnapshot snapshot() {
    return store.read(this::snapshot);
  }

  private ReplicaSnapshot snapshot(ConfigurationReader reader) {
    long version = reader.version();
    List<ReplicationUpdate> updates = new ArrayList<>();
    updates.add(
        ReplicationUpdate.newBuilder()
            .setSnapshotBegin(
                SnapshotBegin.newBuilder().setVersion(version).setDeploymentUuid(deploymentUuid))
            .build());
    Batch batch = new Batch(updates);
    reader.catalog().types().stream()
        .filter(ResourceType::replicated)
        .forEach(type -> reader.forEach(type, object -> batch.add(object(object))));
    batch.flush();
    updates.add(
        ReplicationUpdate.newBuilder()
            .setSnapshotEnd(SnapshotEnd.newBuilder().setVersion(version))
            .build());
    return new ReplicaSnapshot(version, updates);
  }

  private final class Batch {
    private final List<ReplicationUpdate> updates;
    private final List<ReplicaObject> objects = new ArrayList<>();
    private int size;

    Batch(List<ReplicationUpdate> updates) {
      this.updates = updates;
    }

    void add(ReplicaObject object) {
      objects.add(object);
      size += object.getJson().length();
      if (objects.size() >= limits.batchObjects() || size >= limits.batchSize()) {
        flush();
      }
    }

    void flush() {
      if (!objects.isEmpty()) {
        updates.add(ReplicationUpdate.newBuilder().setObjects(PackedObjects.pack(objects)).build());
        objects.clear();
        size = 0;
      }
    }
  }

  private ReplicaObject object(StoredObject object) {
    return ReplicaObject.newBuilder()
        .setResource(object.type().name())
        .setId(object.id())
        .setJson(json.write(object.type(), object.values()))
        .build();
  }

  private static ReplicaObject deleted(Touched object) {
    return ReplicaObject.newBuilder()
        .setResource(object.resource())
        .setId(object.id())
        .setDeleted(true)
        .build();
  }
}
