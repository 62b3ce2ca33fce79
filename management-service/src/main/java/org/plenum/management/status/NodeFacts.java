package org.plenum.management.status;

import java.time.Instant;
import org.plenum.rpc.status.NodeStatus;

/**
 * The three sources of what is known of a node: its configuration, the link to it, and its own
 * report. Immutable.
 *
 * @param configured name, address, location and maintenance mode; the other fields are unset
 * @param link synchronisation and last contact
 * @param report what the node said last; default values before its first report
 */
record NodeFacts(NodeStatus configured, LinkState link, NodeStatus report) {

  static NodeFacts unknown(long nodeId) {
    return new NodeFacts(
        NodeStatus.newBuilder().setNodeId(nodeId).build(),
        LinkState.NEVER_CONTACTED,
        NodeStatus.getDefaultInstance());
  }

  NodeFacts withConfigured(NodeStatus configuration) {
    return new NodeFacts(configuration, link, report);
  }

  NodeFacts withLink(LinkState state) {
    return new NodeFacts(configured, state, report);
  }

  NodeFacts withReport(NodeStatus reported, Instant now) {
    return new NodeFacts(configured, link.reportedAt(now), reported);
  }

  /** The state shown: configuration decides what a node is called, the node how loaded it is. */
  NodeStatus merged() {
    return report.toBuilder()
        .setNodeId(configured.getNodeId())
        .setName(configured.getName())
        .setAddress(configured.getAddress())
        .setLocationId(configured.getLocationId())
        .setMaintenanceMode(configured.getMaintenanceMode())
        .setDeployStatus(link.enrolled() ? "ENROLLED" : "CREATED")
        .setSyncStatus(link.sync().name())
        .setConfigurationVersion(link.acknowledgedVersion())
        .setLastAttemptedContact(link.lastAttempt())
        .setLastUpdated(link.lastReport())
        .build();
  }
}
