package org.plenum.management.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.Operation;
import org.plenum.management.testing.FakeNode;
import org.plenum.management.testing.FakeReplica;
import org.plenum.management.testing.NodesFixture;
import org.plenum.model.config.Values;

/** Twenty nodes and one management service, over real connections. */
class ManyNodesTest {
  private static final int NODES = 20;

  @TempDir Path folder;
  private NodesFixture fixture;
  private final List<FakeNode> nodes = new ArrayList<>();

  @BeforeEach
  void start() {
    fixture = new NodesFixture(folder);
    for (int number = 1; number <= NODES; number++) {
      nodes.add(fixture.node(fixture.configureNode(number)));
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    nodes.forEach(node -> node.replica().goOn());
    fixture.close();
  }

  private void enrolAll() {
    nodes.forEach(node -> node.enrol(fixture.enrolment()));
  }

  private void change(String name) {
    fixture.store().create("conference", Map.of("name", name));
  }

  private void awaitNewest(List<FakeNode> some) {
    await()
        .pollInterval(Duration.ofMillis(10))
        .until(
            () ->
                some.stream()
                    .map(FakeNode::replica)
                    .allMatch(replica -> replica.version() == fixture.store().version()));
  }

  /** Nanoseconds from the call that changes something to the last acknowledgement. */
  private long timeOf(String name) {
    long start = System.nanoTime();
    change(name);
    awaitNewest(nodes);
    return System.nanoTime() - start;
  }

  /** Texts that do not compress well, more than gRPC takes without the other end reading. */
  private void fillBeyondWhatConnectionsBuffer() {
    Random random = new Random(1);
    fixture
        .store()
        .accept(
            IntStream.range(0, 5_000)
                .mapToObj(
                    i ->
                        Operation.create(
                            "conference",
                            Values.of(Map.of("name", "Filler " + i, "description", noise(random)))))
                .toArray(Operation[]::new));
  }

  private static String noise(Random random) {
    byte[] bytes = new byte[180];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  @Tag("INST-162")
  void aChangeIsInForceAtAllNodesWithinASecond() {
    enrolAll();
    awaitNewest(nodes);

    long[] times = LongStream.range(0, 5).map(i -> timeOf("Room " + i)).sorted().toArray();

    assertThat(Duration.ofNanos(times[times.length / 2])).isLessThan(Duration.ofSeconds(1));
    assertThat(nodes).allMatch(node -> node.replica().snapshots() == 1);
  }

  @Test
  void aNodeThatWasAwayGetsWhatItMissedAndNothingElse() throws InterruptedException {
    enrolAll();
    awaitNewest(nodes);
    FakeNode away = nodes.getFirst();
    int before = away.replica().deltas();
    away.leave();
    for (int i = 0; i < 10; i++) {
      change("Room " + i);
    }
    awaitNewest(nodes.subList(1, NODES));

    away.comeBack();

    awaitNewest(nodes);
    assertThat(away.replica().snapshots()).isOne();
    assertThat(away.replica().deltas()).isEqualTo(before + 1);
  }

  @Test
  void nodesThatTakeNothingHoldUpNeitherTheOthersNorTheStore() {
    fillBeyondWhatConnectionsBuffer();
    // More of them than the store has connections to read with.
    List<FakeNode> slow = nodes.subList(0, NODES / 2);
    slow.forEach(node -> node.replica().stall());
    enrolAll();
    await().until(() -> slow.stream().map(FakeNode::replica).allMatch(FakeReplica::isStalled));

    for (int i = 0; i < 5; i++) {
      change("Room " + i);
      awaitNewest(nodes.subList(NODES / 2, NODES));
    }

    assertThat(slow).allMatch(node -> node.replica().version() == 0);
    slow.forEach(node -> node.replica().goOn());
    awaitNewest(nodes);
  }
}
