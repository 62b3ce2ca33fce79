package org.plenum.console.status;

import java.time.Duration;
import java.time.Instant;
import org.plenum.rpc.status.NodeStatus;

/** How old a node's last report is (DIAG-046, DIAG-268: one limit for all that ask). */
public enum StatusFreshness {
  /** Not in contact yet. */
  NEVER,
  /** Within the last two minutes. */
  CURRENT,
  /** Two to five minutes ago. */
  LATE,
  /** More than five minutes ago. */
  LOST;

  private static final Duration LATE_AFTER = Duration.ofMinutes(2);
  private static final Duration LOST_AFTER = Duration.ofMinutes(5);

  /** The freshness of a node's report at a time. */
  public static StatusFreshness of(NodeStatus node, Instant now) {
    if (node.getLastUpdated() == 0) {
      return NEVER;
    }
    Duration age = Duration.between(Instant.ofEpochMilli(node.getLastUpdated()), now);
    if (age.compareTo(LOST_AFTER) > 0) {
      return LOST;
    }
    return age.compareTo(LATE_AFTER) >= 0 ? LATE : CURRENT;
  }

  /** Whether the node reports. */
  public boolean reporting() {
    return this == CURRENT;
  }
}
