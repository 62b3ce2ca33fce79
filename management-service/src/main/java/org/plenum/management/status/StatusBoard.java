package org.plenum.management.status;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.plenum.model.status.StatusFeed;
import org.plenum.model.status.StatusKey;
import org.plenum.rpc.status.ConferenceEnded;
import org.plenum.rpc.status.ConferenceStatus;
import org.plenum.rpc.status.NodeStatus;
import org.plenum.rpc.status.ParticipantEnded;
import org.plenum.rpc.status.ParticipantStatus;
import org.plenum.rpc.status.StatusEvent;

/** The union of what all nodes report. Thread-safe; each node's reports come one at a time. */
public final class StatusBoard {

  /** Recorded for calls that were there before the node was lost sight of, and are no more. */
  private static final String LOST = "Ended while the node was not in contact";

  private final StatusFeed feed = new StatusFeed();
  private final Map<Long, NodeFacts> nodes = new HashMap<>();
  private final InstantSource clock;

  public StatusBoard(InstantSource clock) {
    this.clock = clock;
  }

  /** What consoles and the status API read. */
  public StatusFeed feed() {
    return feed;
  }

  /** A node was configured, or its configuration changed. */
  public void nodeConfigured(NodeStatus configured) {
    change(configured.getNodeId(), facts -> facts.withConfigured(configured));
  }

  /** A node was deleted: what ran on it is gone. */
  public void nodeDeleted(long nodeId) {
    synchronized (nodes) {
      nodes.remove(nodeId);
      feed.publish(StatusEvent.newBuilder().setNodeRemoved(nodeId).build());
    }
    endAll(keysOf(nodeId));
  }

  /** The link to a node changed. */
  public void linkChanged(long nodeId, UnaryOperator<LinkState> changed) {
    change(nodeId, facts -> facts.withLink(changed.apply(facts.link())));
  }

  /** Takes the reports of one connection to a node. */
  public NodeReports reportsOf(long nodeId) {
    return new NodeReports(nodeId);
  }

  private void change(long nodeId, UnaryOperator<NodeFacts> changed) {
    synchronized (nodes) {
      NodeFacts facts = changed.apply(nodes.getOrDefault(nodeId, NodeFacts.unknown(nodeId)));
      nodes.put(nodeId, facts);
      feed.publish(StatusEvent.newBuilder().setNode(facts.merged()).build());
    }
  }

  private Set<StatusKey> keysOf(long nodeId) {
    Set<StatusKey> keys = new HashSet<>();
    for (StatusEvent event : feed.all(StatusKey.Kind.CONFERENCE)) {
      if (event.getConference().getNodeId() == nodeId) {
        StatusKey.of(event).ifPresent(keys::add);
      }
    }
    for (StatusEvent event : feed.all(StatusKey.Kind.PARTICIPANT)) {
      if (event.getParticipant().getSignallingNodeId() == nodeId) {
        StatusKey.of(event).ifPresent(keys::add);
      }
    }
    return keys;
  }

  /** Participants first, so that no conference disappears from under them. */
  private void endAll(Set<StatusKey> keys) {
    for (StatusKey.Kind kind : List.of(StatusKey.Kind.PARTICIPANT, StatusKey.Kind.CONFERENCE)) {
      for (StatusKey key : keys) {
        if (key.kind() == kind) {
          feed.find(key).ifPresent(this::end);
        }
      }
    }
  }

  private void end(StatusEvent last) {
    long now = clock.instant().toEpochMilli();
    if (last.hasParticipant()) {
      ParticipantStatus participant = last.getParticipant();
      feed.publish(
          StatusEvent.newBuilder()
              .setParticipantEnded(
                  ParticipantEnded.newBuilder()
                      .setId(participant.getId())
                      .setConferenceId(participant.getConferenceId())
                      .setEndTime(now)
                      .setDisconnectReason(LOST)
                      .setLast(participant))
              .build());
    } else if (last.hasConference()) {
      ConferenceStatus conference = last.getConference();
      feed.publish(
          StatusEvent.newBuilder()
              .setConferenceEnded(
                  ConferenceEnded.newBuilder()
                      .setId(conference.getId())
                      .setEndTime(now)
                      .setLast(conference))
              .build());
    }
  }

  /** The stream of one connection: a full state, then changes. Not thread-safe. */
  public final class NodeReports {

    private final long nodeId;

    /** Known from before the connection and not confirmed by the full state yet. */
    private final Set<StatusKey> unconfirmed = new HashSet<>();

    private NodeReports(long nodeId) {
      this.nodeId = nodeId;
    }

    /** Takes the next event of the stream. */
    public void accept(StatusEvent event) {
      switch (event.getEventCase()) {
        case RESET -> {
          unconfirmed.clear();
          unconfirmed.addAll(keysOf(nodeId));
        }
        case COMPLETE -> {
          endAll(unconfirmed);
          unconfirmed.clear();
        }
        case NODE -> change(nodeId, facts -> facts.withReport(event.getNode(), clock.instant()));
        case CONFERENCE, CONFERENCE_ENDED, PARTICIPANT, PARTICIPANT_ENDED -> {
          StatusKey.of(event).ifPresent(unconfirmed::remove);
          feed.publish(event);
        }
        case NODE_REMOVED, EVENT_NOT_SET -> {
          // A node does not speak about the existence of nodes.
        }
      }
    }
  }
}
