package org.plenum.console.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.rpc.status.ConferenceEnded;
import org.plenum.rpc.status.ConferenceStatus;
import org.plenum.rpc.status.NodeStatus;
import org.plenum.rpc.status.ParticipantEnded;
import org.plenum.rpc.status.ParticipantStatus;
import org.plenum.rpc.status.StatusComplete;
import org.plenum.rpc.status.StatusEvent;
import org.plenum.rpc.status.StatusReset;

class StatusBoardTest {
  private static final StatusEvent RESET =
      StatusEvent.newBuilder().setReset(StatusReset.getDefaultInstance()).build();
  private static final StatusEvent COMPLETE =
      StatusEvent.newBuilder().setComplete(StatusComplete.getDefaultInstance()).build();

  private final StatusBoard board = new StatusBoard();
  private final StatusInbox inbox = new StatusInbox();

  private static StatusEvent node(long id) {
    return StatusEvent.newBuilder()
        .setNode(NodeStatus.newBuilder().setNodeId(id).setName("node" + id))
        .build();
  }

  private static StatusEvent conference(String id, long node) {
    return StatusEvent.newBuilder()
        .setConference(
            ConferenceStatus.newBuilder()
                .setId(id)
                .setName("Meet")
                .setNodeId(node)
                .setStartTime(node))
        .build();
  }

  private static StatusEvent conferenceEnded(String id, long node) {
    return StatusEvent.newBuilder()
        .setConferenceEnded(
            ConferenceEnded.newBuilder()
                .setId(id)
                .setLast(ConferenceStatus.newBuilder().setId(id).setNodeId(node)))
        .build();
  }

  private static StatusEvent participant(String id, String conference) {
    return StatusEvent.newBuilder()
        .setParticipant(
            ParticipantStatus.newBuilder().setId(id).setConferenceId(conference).setDisplayName(id))
        .build();
  }

  private static StatusEvent participantEnded(String id) {
    return StatusEvent.newBuilder()
        .setParticipantEnded(ParticipantEnded.newBuilder().setId(id))
        .build();
  }

  private void apply(StatusEvent... events) {
    board.apply(List.of(events));
  }

  @Test
  @Tag("DIAG-097")
  void partsOfAConferenceOnSeveralNodesAreOneConference() {
    apply(conference("c", 1), conference("c", 2), participant("p", "c"), participant("q", "c"));
    Conference merged = board.conferences().get("c");
    assertThat(board.conferences()).hasSize(1);
    assertThat(merged.nodeIds()).containsExactlyInAnyOrder(1L, 2L);
    assertThat(merged.participants())
        .extracting(ParticipantStatus::getId)
        .containsExactly("p", "q");

    apply(conferenceEnded("c", 1));
    assertThat(board.conferences().get("c").nodeIds()).containsExactly(2L);
    apply(conferenceEnded("c", 2));
    assertThat(board.conferences()).isEmpty();
  }

  @Test
  void participantsComeMoveAndGo() {
    apply(conference("c", 1), conference("d", 1), participant("p", "c"));
    apply(participant("p", "d"));
    assertThat(board.conferences().get("c").participants()).isEmpty();
    assertThat(board.conferences().get("d").participants()).hasSize(1);
    apply(participantEnded("p"));
    assertThat(board.participants()).isEmpty();
    assertThat(board.conferences().get("d").participants()).isEmpty();
  }

  @Test
  @Tag("DIAG-065")
  void whatIsKnownStaysUntilTheFullStateIsThere() {
    apply(RESET, node(1), node(2), conference("c", 1), participant("p", "c"), COMPLETE);
    apply(RESET, node(1));
    assertThat(board.nodes()).containsOnlyKeys(1L, 2L);
    assertThat(board.conferences()).containsOnlyKeys("c");

    apply(conference("d", 1), COMPLETE);
    assertThat(board.nodes()).containsOnlyKeys(1L);
    assertThat(board.conferences()).containsOnlyKeys("d");
    assertThat(board.participants()).isEmpty();
  }

  @Test
  void inboxKeepsOnlyTheLastEventAboutAThing() {
    offer(1, RESET);
    offer(2, participant("p", "c"));
    offer(3, node(1));
    offer(4, participant("p", "d"));
    assertThat(inbox.drain()).extracting(StatusEvent::getSequence).containsExactly(1L, 3L, 4L);
    assertThat(inbox.drain()).isEmpty();
  }

  @Test
  void inboxNoticesLostEvents() {
    offer(1, RESET);
    assertThat(offer(2, node(1))).isEqualTo(StatusInbox.Outcome.ACCEPTED);
    assertThat(offer(4, node(1))).isEqualTo(StatusInbox.Outcome.GAP);
  }

  @Test
  void aResetWithinTheStreamMakesWhatWaitsObsolete() {
    offer(1, RESET);
    offer(2, node(1));
    offer(3, RESET);
    offer(4, node(2));
    board.apply(inbox.drain());
    assertThat(board.nodes()).containsOnlyKeys(2L);
  }

  private StatusInbox.Outcome offer(long sequence, StatusEvent event) {
    return inbox.offer(event.toBuilder().setSequence(sequence).build());
  }
}
