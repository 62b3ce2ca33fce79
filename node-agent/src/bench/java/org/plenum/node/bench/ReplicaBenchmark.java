package org.plenum.node.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.json.ReplicaJson;
import org.plenum.model.resource.PlenumResources;
import org.plenum.node.replica.IncomingSnapshot;
import org.plenum.node.replica.Replica;
import org.plenum.node.replica.ReplicaEntry;
import org.plenum.node.replica.ReplicaException;
import org.plenum.node.replica.ReplicaKey;
import org.plenum.node.replica.ReplicaState;
import org.plenum.node.replica.ReplicaStore;
import org.plenum.node.replica.ReplicatedConfiguration;

/**
 * What 100,000 services with one or two aliases each cost a node: to take them as a snapshot, to
 * start with them from disk, and to take one change, each until it is in force.
 */
public final class ReplicaBenchmark {
  private static final int SERVICES = 100_000;
  private static final int BATCH = 500;
  private static final int CHANGES = 200;

  private final ReplicaJson json = new ReplicaJson();
  private final Path file;

  private ReplicaBenchmark(Path file) {
    this.file = file;
  }

  /** No arguments. */
  public static void main(String[] arguments) throws Exception {
    new ReplicaBenchmark(Files.createTempDirectory("replica").resolve("replica.db")).run();
  }

  private void run() throws Exception {
    long empty = usedHeap();
    try (ReplicaStore store = ReplicaStore.open(file)) {
      Replica replica = new Replica(store, configuration());
      long start = System.nanoTime();
      IncomingSnapshot snapshot = replica.beginSnapshot(new ReplicaState("bench", 1));
      for (int from = 0; from < SERVICES; from += BATCH) {
        snapshot.add(batch(from));
      }
      report("taken from the network", start);
      start = System.nanoTime();
      snapshot.complete();
      report("put in force", start);
      measureChanges(replica);
    }
    try (ReplicaStore store = ReplicaStore.open(file)) {
      long start = System.nanoTime();
      Replica replica = new Replica(store, configuration());
      report("started from disk", start);
      System.out.printf(
          "heap: %d MB for version %d%n", usedHeap() - empty, replica.state().version());
    }
  }

  private static ReplicatedConfiguration configuration() {
    return new ReplicatedConfiguration(PlenumResources.catalog());
  }

  private void measureChanges(Replica replica) throws ReplicaException {
    double[] times = new double[CHANGES];
    for (int i = 0; i < CHANGES; i++) {
      List<ReplicaEntry> change = List.of(service(i, "Renamed " + i));
      long start = System.nanoTime();
      replica.apply(i + 1L, i + 2L, change);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    System.out.printf(
        "a change in force: median %.1f ms, 95%% %.1f ms%n",
        times[CHANGES / 2], times[CHANGES * 95 / 100]);
  }

  private List<ReplicaEntry> batch(int from) {
    List<ReplicaEntry> entries = new ArrayList<>();
    for (int i = from; i < from + BATCH; i++) {
      entries.add(service(i, "Room " + i));
      entries.add(alias(2 * i, i, "room" + i + "@example.com"));
      if (i % 2 == 0) {
        entries.add(alias(2 * i + 1, i, String.valueOf(7_000_000 + i)));
      }
    }
    return entries;
  }

  private ReplicaEntry service(int id, String name) {
    return entry("conference", id, Map.of("name", name, "pin", String.valueOf(100_000 + id)));
  }

  private ReplicaEntry alias(int id, int service, String alias) {
    return entry("conference_alias", id, Map.of("alias", alias, "conference", (long) service + 1));
  }

  private ReplicaEntry entry(String resource, int id, Map<String, ?> values) {
    ResourceType<?> type = PlenumResources.catalog().find(resource).orElseThrow();
    Values complete = type.withDefaults(Values.of(values), Instant.EPOCH);
    return new ReplicaEntry(
        new ReplicaKey(resource, id + 1L), Optional.of(json.write(type, complete)));
  }

  private static void report(String what, long start) {
    System.out.printf("%s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }
}
