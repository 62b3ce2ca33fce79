package org.plenum.node.status;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.WorkerVm;
import org.plenum.model.status.StatusFeed;
import org.plenum.node.conference.NodeIdentity;
import org.plenum.node.routing.NodeConfiguration;
import org.plenum.rpc.status.NodeStatus;
import org.plenum.rpc.status.StatusEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the state of the node itself, every few seconds and whenever asked (DIAG-261 to
 * DIAG-280). Nothing is published before the node knows who it is.
 */
public final class NodeHeartbeat implements AutoCloseable {
  /** Half of what the management service waits for at most. */
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** A node in maintenance has no room (OPS-061). */
  private static final int FULL = 100;

  private static final Logger log = LoggerFactory.getLogger(NodeHeartbeat.class);

  private final StatusFeed feed;
  private final NodeConfiguration configuration;
  private final MediaLoad load;
  private final NodeSoftware software;
  private final LongSupplier configurationVersion;
  private final InstantSource clock;
  private final HostMachine machine = HostMachine.detect();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("node-heartbeat").factory());

  /**
   * What runs.
   *
   * @param version version of the software
   * @param bootTime when the process started
   */
  public record NodeSoftware(String version, Instant bootTime) {}

  /**
   * @param configurationVersion version of the configuration that is in force
   */
  public NodeHeartbeat(
      StatusFeed feed,
      NodeConfiguration configuration,
      MediaLoad load,
      NodeSoftware software,
      LongSupplier configurationVersion,
      InstantSource clock) {
    this.feed = feed;
    this.configuration = configuration;
    this.load = load;
    this.software = software;
    this.configurationVersion = configurationVersion;
    this.clock = clock;
  }

  /** Publishes now and from now on. */
  public void start() {
    timer.scheduleWithFixedDelay(
        this::publishSafely, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Publishes the state of the node once, for example after its configuration changed. */
  public void publish() {
    Optional<Stored<WorkerVm>> node = configuration.node();
    node.ifPresent(
        self -> feed.publish(StatusEvent.newBuilder().setNode(status(self.value())).build()));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void publishSafely() {
    try {
      publish();
    } catch (RuntimeException e) {
      // A timer that throws is never run again.
      log.error("The state of the node cannot be published", e);
    }
  }

  private NodeStatus status(WorkerVm node) {
    NodeIdentity identity = configuration.identity();
    NodeCapacity capacity = load.capacity();
    return NodeStatus.newBuilder()
        .setNodeId(identity.id())
        .setName(identity.name())
        .setAddress(identity.address())
        .setLocationId(identity.locationId())
        .setVersion(software.version())
        .setBootTime(software.bootTime().toEpochMilli())
        .setLastUpdated(clock.instant().toEpochMilli())
        .setConfigurationVersion(configurationVersion.getAsLong())
        .setMediaLoad(node.maintenanceMode() ? FULL : load.percent())
        .setMaxHdCalls(capacity.hd())
        .setMaxFullHdCalls(capacity.fullHd())
        .setMaxSdCalls(capacity.sd())
        .setMaxAudioCalls(capacity.audio())
        .setCpuCount(machine.processors())
        .setCpuModel(machine.processorModel())
        .setTotalRam(machine.memory())
        .setMaintenanceMode(node.maintenanceMode())
        .setDeployStatus("ENROLLED")
        .build();
  }
}
