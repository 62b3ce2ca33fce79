package org.plenum.model.status;

import java.util.Optional;
import org.plenum.rpc.status.StatusEvent;

/**
 * What an event is about. Two events with the same key are successive states of one thing, so only
 * the newer one matters to somebody who has seen neither.
 *
 * @param kind kind of thing
 * @param id identifier among its kind
 */
public record StatusKey(Kind kind, String id) {

  /** Kinds of things with a status. */
  public enum Kind {
    NODE,
    CONFERENCE,
    PARTICIPANT
  }

  /** The key of an event; empty for those that frame a stream. */
  public static Optional<StatusKey> of(StatusEvent event) {
    return switch (event.getEventCase()) {
      case NODE -> Optional.of(node(event.getNode().getNodeId()));
      case NODE_REMOVED -> Optional.of(node(event.getNodeRemoved()));
      case CONFERENCE ->
          Optional.of(conference(event.getConference().getId(), event.getConference().getNodeId()));
      case CONFERENCE_ENDED ->
          Optional.of(
              conference(
                  event.getConferenceEnded().getId(),
                  event.getConferenceEnded().getLast().getNodeId()));
      case PARTICIPANT -> Optional.of(participant(event.getParticipant().getId()));
      case PARTICIPANT_ENDED -> Optional.of(participant(event.getParticipantEnded().getId()));
      case RESET, COMPLETE, EVENT_NOT_SET -> Optional.empty();
    };
  }

  /** Key of a node. */
  public static StatusKey node(long nodeId) {
    return new StatusKey(Kind.NODE, String.valueOf(nodeId));
  }

  /** Key of a conference's part on one node. */
  public static StatusKey conference(String id, long nodeId) {
    return new StatusKey(Kind.CONFERENCE, id + "@" + nodeId);
  }

  /** Key of a participant. */
  public static StatusKey participant(String id) {
    return new StatusKey(Kind.PARTICIPANT, id);
  }

  /** True if the event says that the thing is gone. */
  public static boolean ends(StatusEvent event) {
    return switch (event.getEventCase()) {
      case NODE_REMOVED, CONFERENCE_ENDED, PARTICIPANT_ENDED -> true;
      default -> false;
    };
  }
}
