package org.plenum.node.status;

import java.time.Instant;
import java.util.function.LongSupplier;
import org.plenum.model.status.StatusFeed;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.conference.ConferenceObserver;
import org.plenum.node.conference.ConferenceSnapshot;
import org.plenum.node.conference.ParticipantSnapshot;
import org.plenum.rpc.status.ConferenceEnded;
import org.plenum.rpc.status.ParticipantEnded;
import org.plenum.rpc.status.StatusEvent;

/**
 * Publishes every change of every conference to the node's feed, whose watchers never make a
 * conference wait: what a slow one has not fetched is overtaken by the newer state, or, beyond a
 * bound, by the full state (see {@link StatusFeed}).
 */
public final class StatusPublisher implements ConferenceObserver {
  private final StatusFeed feed;
  private final MediaLoad load;
  private final LongSupplier nodeId;

  /**
   * @param load is told what each participant costs
   * @param nodeId configuration id of this node at present
   */
  public StatusPublisher(StatusFeed feed, MediaLoad load, LongSupplier nodeId) {
    this.feed = feed;
    this.load = load;
    this.nodeId = nodeId;
  }

  @Override
  public void conferenceChanged(ConferenceSnapshot conference) {
    feed.publish(
        StatusEvent.newBuilder()
            .setConference(StatusMessages.conference(conference, nodeId.getAsLong()))
            .build());
  }

  @Override
  public void participantChanged(ParticipantSnapshot participant) {
    load.put(participant.id(), participant.media().video());
    feed.publish(
        StatusEvent.newBuilder()
            .setParticipant(StatusMessages.participant(participant, nodeId.getAsLong()))
            .build());
  }

  @Override
  public void participantLeft(
      ParticipantSnapshot last, DisconnectReason reason, String detail, Instant time) {
    load.remove(last.id());
    feed.publish(
        StatusEvent.newBuilder()
            .setParticipantEnded(
                ParticipantEnded.newBuilder()
                    .setId(last.id().toString())
                    .setConferenceId(last.conferenceId().toString())
                    .setEndTime(time.toEpochMilli())
                    .setDisconnectReason(detail)
                    .setLast(StatusMessages.participant(last, nodeId.getAsLong())))
            .build());
  }

  @Override
  public void conferenceEnded(ConferenceSnapshot last, Instant time) {
    feed.publish(
        StatusEvent.newBuilder()
            .setConferenceEnded(
                ConferenceEnded.newBuilder()
                    .setId(last.id().toString())
                    .setEndTime(time.toEpochMilli())
                    .setLast(StatusMessages.conference(last, nodeId.getAsLong())))
            .build());
  }
}
