package org.plenum.management.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.plenum.management.ManagementService;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.Operation;
import org.plenum.management.testing.ChildJvm;
import org.plenum.management.testing.NodesFixture;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.model.config.Values;

/**
 * 100 nodes and 100,000 services: how long one node, and all together, take to converge from
 * nothing; how long a change takes to reach all; and the heap of the management service, which is
 * this process.
 */
public final class ReplicationBenchmark {
  private static final int NODES = 100;
  private static final int CHANGES = 40;

  private final ManagementService service;
  private final ChangeSets changeSets;
  private final Path folder;
  private long version;

  private ReplicationBenchmark(Path folder) {
    this.folder = folder;
    service = ManagementService.start(ServiceFixture.config(folder), InstantSource.system());
    changeSets = service.core().changeSets();
  }

  /** No arguments. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("replication");
    ReplicationBenchmark benchmark = new ReplicationBenchmark(folder);
    try {
      benchmark.run();
    } finally {
      benchmark.service.close();
    }
  }

  private void run() throws Exception {
    long start = System.nanoTime();
    LargePlatform.fill(changeSets);
    System.out.printf("filled in %.1f s%n", (System.nanoTime() - start) / 1e9);
    writeDocuments(configureNodes());
    System.out.printf("heap with all services and no node: %d MB%n", usedHeap());
    resetPeak();
    Process nodes =
        ChildJvm.start(
            SimulatedNodes.class,
            folder.resolve("errors.txt"),
            folder.toString(),
            String.valueOf(service.httpsPort()));
    try (BufferedReader said = nodes.inputReader(StandardCharsets.UTF_8);
        PrintStream commands =
            new PrintStream(nodes.getOutputStream(), true, StandardCharsets.UTF_8)) {
      converge("one node", 1, said, commands);
      converge("all nodes", NODES, said, commands);
      System.out.printf("peak heap: %d MB, heap now: %d MB%n", peak(), usedHeap());
      resetPeak();
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < CHANGES; i++) {
        times.add(change(List.of(LargePlatform.service(LargePlatform.SERVICES + i)), said));
      }
      System.out.println(
          "a change at all nodes: "
              + new Timings(times.stream().mapToDouble(Double::doubleValue).sorted().toArray()));
      List<Operation> many =
          IntStream.range(0, ChangeSets.MAX_OPERATIONS)
              .mapToObj(i -> LargePlatform.service(2 * LargePlatform.SERVICES + i))
              .toList();
      System.out.printf("the largest change set at all nodes: %.0f ms%n", change(many, said));
      System.out.printf("peak heap: %d MB, heap now: %d MB%n", peak(), usedHeap());
    } finally {
      nodes.destroyForcibly();
    }
  }

  private List<Long> configureNodes() {
    long location =
        LargePlatform.apply(
                changeSets,
                List.of(
                    Operation.create(
                        "system_location",
                        Values.of(
                            Map.of(
                                "name", "Bench",
                                "dns_servers", List.of(1L),
                                "ntp_servers", List.of(1L))))))
            .objects()
            .getFirst()
            .orElseThrow()
            .id();
    var accepted =
        LargePlatform.apply(
            changeSets,
            IntStream.rangeClosed(1, NODES)
                .mapToObj(
                    number ->
                        Operation.create(
                            "worker_vm", Values.of(NodesFixture.nodeValues(number, location))))
                .toList());
    version = accepted.version();
    return accepted.objects().stream().map(node -> node.orElseThrow().id()).toList();
  }

  private void writeDocuments(List<Long> nodes) throws IOException {
    try (RestClient client =
        new RestClient(
            service.httpsPort(),
            service.core().keys().authority().certificate(),
            ServiceFixture.ADMIN)) {
      for (int number = 0; number < nodes.size(); number++) {
        String path = "/api/enrolment/v1/node/%d/document/".formatted(nodes.get(number));
        Files.writeString(folder.resolve(number + ".xml"), client.send("POST", path, "{}").body());
      }
    }
  }

  private void converge(String what, int count, BufferedReader said, PrintStream commands)
      throws IOException {
    long start = SimulatedNodes.nanoTime();
    commands.println(count);
    String[] state = await(count, said);
    System.out.printf(
        "%s from nothing: %.0f ms; objects at one node: %s, sent to all: %d MB%n",
        what, millis(start, state), state[4], Long.parseLong(state[5]) >> 20);
  }

  /** Milliseconds from the call to the moment at which the last node has the change. */
  private double change(List<Operation> operations, BufferedReader said) throws IOException {
    long start = SimulatedNodes.nanoTime();
    version = LargePlatform.apply(changeSets, operations).version();
    return millis(start, await(NODES, said));
  }

  private String[] await(int count, BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      String[] state = line.split(" ", -1);
      if (state[0].equals(SimulatedNodes.STATE)
          && Integer.parseInt(state[1]) >= count
          && Long.parseLong(state[2]) >= version) {
        return state;
      }
    }
    throw new IOException(Files.readString(folder.resolve("errors.txt")));
  }

  private static double millis(long start, String[] state) {
    return (Long.parseLong(state[3]) - start) / 1e6;
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private static void resetPeak() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
