package org.plenum.management.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.management.status.StatusBoard.NodeReports;
import org.plenum.model.status.StatusKey;
import org.plenum.rpc.status.ConferenceStatus;
import org.plenum.rpc.status.NodeStatus;
import org.plenum.rpc.status.ParticipantStatus;
import org.plenum.rpc.status.StatusComplete;
import org.plenum.rpc.status.StatusEvent;
import org.plenum.rpc.status.StatusReset;

class StatusBoardTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final StatusEvent RESET =
      StatusEvent.newBuilder().setReset(StatusReset.getDefaultInstance()).build();
  private static final StatusEvent COMPLETE =
      StatusEvent.newBuilder().setComplete(StatusComplete.getDefaultInstance()).build();

  private final StatusBoard board = new StatusBoard(InstantSource.fixed(NOW));

  @Test
  @Tag("INST-166")
  void aNodeThatNeverReportedHasNoTimes() {
    board.nodeConfigured(configured(1, "oslo1"));

    NodeStatus node = onlyNode();
    assertThat(node.getName()).isEqualTo("oslo1");
    assertThat(node.getLastUpdated()).isZero();
    assertThat(node.getSyncStatus()).isEqualTo("UNSYNCED");
    assertThat(node.getDeployStatus()).isEqualTo("CREATED");
  }

  @Test
  void configurationAndReportAreMerged() {
    board.nodeConfigured(configured(1, "oslo1"));
    board.linkChanged(1, link -> link.acknowledged(7, true, NOW));
    board
        .reportsOf(1)
        .accept(
            StatusEvent.newBuilder()
                .setNode(NodeStatus.newBuilder().setName("ignored").setMediaLoad(30))
                .build());

    NodeStatus node = onlyNode();
    assertThat(node.getName()).isEqualTo("oslo1");
    assertThat(node.getMediaLoad()).isEqualTo(30);
    assertThat(node.getSyncStatus()).isEqualTo("SYNCED");
    assertThat(node.getConfigurationVersion()).isEqualTo(7);
    assertThat(node.getLastUpdated()).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void whatANodeNoLongerKnowsAfterAReconnectHasEnded() {
    NodeReports first = board.reportsOf(1);
    List.of(RESET, conference("c", 1), participant("gone", 1), participant("stays", 1), COMPLETE)
        .forEach(first::accept);
    board.reportsOf(2).accept(participant("elsewhere", 2));

    NodeReports second = board.reportsOf(1);
    List.of(RESET, conference("c", 1), participant("stays", 1), COMPLETE).forEach(second::accept);

    assertThat(participants()).containsExactlyInAnyOrder("stays", "elsewhere");
    assertThat(board.feed().all(StatusKey.Kind.CONFERENCE)).hasSize(1);
  }

  @Test
  void aLostNodeKeepsItsLastStateUntilItReports() {
    NodeReports reports = board.reportsOf(1);
    List.of(RESET, participant("p", 1), COMPLETE).forEach(reports::accept);

    board.linkChanged(1, link -> link.attemptedAt(NOW));

    assertThat(participants()).containsExactly("p");
  }

  @Test
  void aDeletedNodeTakesItsCallsAlong() {
    board.nodeConfigured(configured(1, "oslo1"));
    board.reportsOf(1).accept(conference("c", 1));
    board.reportsOf(1).accept(participant("p", 1));

    board.nodeDeleted(1);

    for (StatusKey.Kind kind : StatusKey.Kind.values()) {
      assertThat(board.feed().all(kind)).isEmpty();
    }
  }

  private List<String> participants() {
    return board.feed().all(StatusKey.Kind.PARTICIPANT).stream()
        .map(event -> event.getParticipant().getId())
        .toList();
  }

  private NodeStatus onlyNode() {
    List<StatusEvent> nodes = board.feed().all(StatusKey.Kind.NODE);
    assertThat(nodes).hasSize(1);
    return nodes.getFirst().getNode();
  }

  private static NodeStatus configured(long id, String name) {
    return NodeStatus.newBuilder().setNodeId(id).setName(name).build();
  }

  private static StatusEvent conference(String id, long node) {
    return StatusEvent.newBuilder()
        .setConference(ConferenceStatus.newBuilder().setId(id).setNodeId(node))
        .build();
  }

  private static StatusEvent participant(String id, long node) {
    return StatusEvent.newBuilder()
        .setParticipant(ParticipantStatus.newBuilder().setId(id).setSignallingNodeId(node))
        .build();
  }
}
