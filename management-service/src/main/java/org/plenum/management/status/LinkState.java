package org.plenum.management.status;

import java.time.Instant;

/**
 * The management service's connection to a node. Times are milliseconds since 1970, 0 for never.
 *
 * @param enrolled the node has a platform certificate
 * @param sync whether the node has the newest configuration
 * @param acknowledgedVersion configuration version that the node has on disk
 * @param lastAttempt when a connection was last attempted or used
 * @param lastReport when the node last reported
 */
public record LinkState(
    boolean enrolled, Sync sync, long acknowledgedVersion, long lastAttempt, long lastReport) {

  /** Wire names of {@code sync_status}. */
  public enum Sync {
    /** The node has every change. */
    SYNCED,
    /** Changes are on their way. */
    SYNCING,
    /** The node is not connected. */
    UNSYNCED
  }

  /** A node that has not enrolled. */
  public static final LinkState NEVER_CONTACTED = new LinkState(false, Sync.UNSYNCED, 0, 0, 0);

  /** An attempt to connect, or a loss of the connection. */
  public LinkState attemptedAt(Instant now) {
    return new LinkState(true, Sync.UNSYNCED, acknowledgedVersion, now.toEpochMilli(), lastReport);
  }

  /** The node acknowledged a version. */
  public LinkState acknowledged(long version, boolean newest, Instant now) {
    return new LinkState(
        true, newest ? Sync.SYNCED : Sync.SYNCING, version, now.toEpochMilli(), lastReport);
  }

  /** A change is on its way to a connected node. */
  public LinkState behind() {
    return sync == Sync.SYNCED
        ? new LinkState(enrolled, Sync.SYNCING, acknowledgedVersion, lastAttempt, lastReport)
        : this;
  }

  LinkState reportedAt(Instant now) {
    return new LinkState(true, sync, acknowledgedVersion, now.toEpochMilli(), now.toEpochMilli());
  }
}
