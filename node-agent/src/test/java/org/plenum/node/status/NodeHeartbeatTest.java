package org.plenum.node.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.status.StatusFeed;
import org.plenum.model.status.StatusKey;
import org.plenum.node.routing.TestConfiguration;
import org.plenum.rpc.status.NodeStatus;

class NodeHeartbeatTest {
  private final StatusFeed feed = new StatusFeed();
  private final TestConfiguration configuration = new TestConfiguration();
  private final MediaLoad load = new MediaLoad(NodeCapacity.ofProcessors(4));
  private final NodeHeartbeat heartbeat =
      new NodeHeartbeat(
          feed,
          configuration,
          load,
          new NodeHeartbeat.NodeSoftware("1.0", Instant.ofEpochMilli(1000)),
          () -> 42,
          InstantSource.system());

  @AfterEach
  void close() {
    heartbeat.close();
  }

  @Test
  @Tag("DIAG-261")
  @Tag("DIAG-264")
  @Tag("DIAG-267")
  void saysWhoTheNodeIs() {
    heartbeat.start();
    await().until(() -> feed.find(StatusKey.node(1)).isPresent());

    NodeStatus node = node();

    assertThat(node.getName()).isEqualTo("node1");
    assertThat(node.getAddress()).isEqualTo("192.0.2.10");
    assertThat(node.getLocationId()).isEqualTo(1);
    assertThat(node.getVersion()).isEqualTo("1.0");
    assertThat(node.getBootTime()).isEqualTo(1000);
    assertThat(node.getConfigurationVersion()).isEqualTo(42);
    assertThat(node.getCpuCount()).isPositive();
    assertThat(node.getCpuModel()).isNotEmpty();
    assertThat(node.getTotalRam()).isPositive();
  }

  @Test
  @Tag("PLAT-084")
  @Tag("PLAT-085")
  @Tag("DIAG-279")
  void capacityFollowsFromTheNumberOfProcessors() {
    heartbeat.publish();

    assertThat(node().getMaxHdCalls()).isEqualTo(8);
    assertThat(node().getMaxFullHdCalls()).isEqualTo(4);
    assertThat(node().getMaxSdCalls()).isEqualTo(16);
    assertThat(node().getMaxAudioCalls()).isEqualTo(96);
  }

  @Test
  @Tag("DIAG-274")
  void loadIsThatOfTheCalls() {
    load.put(UUID.randomUUID(), true);
    UUID audio = UUID.randomUUID();
    load.put(audio, false);
    heartbeat.publish();
    assertThat(node().getMediaLoad()).isEqualTo(14);

    load.put(audio, true);
    heartbeat.publish();
    assertThat(node().getMediaLoad()).isEqualTo(25);

    for (int i = 0; i < 20; i++) {
      load.put(UUID.randomUUID(), true);
    }
    heartbeat.publish();
    assertThat(node().getMediaLoad()).isEqualTo(100);
  }

  @Test
  @Tag("DIAG-276")
  @Tag("OPS-061")
  void nodeInMaintenanceModeIsFull() {
    configuration.node("maintenance_mode", true);

    heartbeat.publish();

    assertThat(node().getMaintenanceMode()).isTrue();
    assertThat(node().getMediaLoad()).isEqualTo(100);
  }

  @Test
  void nodeThatDoesNotKnowWhoItIsSaysNothing() {
    configuration.withoutNode();

    heartbeat.publish();

    assertThat(feed.all(StatusKey.Kind.NODE)).isEmpty();
  }

  private NodeStatus node() {
    return feed.find(StatusKey.node(1)).orElseThrow().getNode();
  }
}
