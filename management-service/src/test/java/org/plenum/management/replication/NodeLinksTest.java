package org.plenum.management.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.Operation;
import org.plenum.management.control.CommandRouter;
import org.plenum.management.testing.FakeNode;
import org.plenum.management.testing.NodesFixture;
import org.plenum.model.enrolment.EnrolmentException;
import org.plenum.model.status.StatusKey;
import org.plenum.rpc.node.ReplicaObject;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.plenum.rpc.status.MuteParticipant;
import org.plenum.rpc.status.NodeStatus;
import org.plenum.rpc.status.ParticipantStatus;
import org.plenum.rpc.status.StatusEvent;

class NodeLinksTest {
  @TempDir Path folder;
  private NodesFixture fixture;
  private long nodeId;
  private FakeNode node;

  @BeforeEach
  void start() {
    fixture = new NodesFixture(folder);
    nodeId = fixture.configureNode();
    node = fixture.node(nodeId);
  }

  @AfterEach
  void stop() throws InterruptedException {
    fixture.close();
  }

  private NodeStatus shown() {
    return fixture.board().feed().find(StatusKey.node(nodeId)).orElseThrow().getNode();
  }

  private void awaitSynced() {
    await().until(() -> shown().getSyncStatus().equals("SYNCED"));
  }

  @Test
  @Tag("INST-162")
  void aNodeThatEnrolsGetsTheConfigurationAndEveryChangeOfIt() {
    assertThat(shown().getDeployStatus()).isEqualTo("CREATED");

    node.enrol(fixture.enrolment());
    awaitSynced();

    assertThat(node.configuration())
        .extracting(ReplicaObject::getResource)
        .contains("system_location", "worker_vm");
    assertThat(shown().getDeployStatus()).isEqualTo("ENROLLED");
    fixture.store().create("conference", Map.of("name", "Meet"));
    awaitSynced();
    await()
        .untilAsserted(
            () -> {
              assertThat(node.configuration().getLast().getResource()).isEqualTo("conference");
              assertThat(shown().getConfigurationVersion()).isEqualTo(fixture.store().version());
            });
  }

  @Test
  void whatANodeReportsIsShownAndCommandsReachIt() {
    node.enrol(fixture.enrolment());
    node.status()
        .publish(
            StatusEvent.newBuilder()
                .setParticipant(
                    ParticipantStatus.newBuilder().setId("p1").setSignallingNodeId(nodeId))
                .build());
    await().until(() -> fixture.board().feed().find(StatusKey.participant("p1")).isPresent());
    Command mute =
        Command.newBuilder()
            .setMuteParticipant(MuteParticipant.newBuilder().setParticipantId("p1").setMuted(true))
            .build();

    CommandResult result =
        new CommandRouter(fixture.board().feed(), fixture.links()::execute).execute(mute);

    assertThat(result.getStatus()).isEqualTo(CommandResult.Status.SUCCESS);
    assertThat(node.commands()).containsExactly(mute);
  }

  @Test
  void aCommandToANodeThatIsAwayFailsWithASentence() throws Exception {
    node.enrol(fixture.enrolment());
    awaitSynced();
    node.close();

    CommandResult result = fixture.links().execute(nodeId, Command.getDefaultInstance());

    assertThat(result.getStatus()).isEqualTo(CommandResult.Status.FAILED);
    assertThat(result.getMessage()).isEqualTo("The conferencing node does not answer.");
    await().until(() -> shown().getSyncStatus().equals("UNSYNCED"));
  }

  @Test
  @Tag("INST-162")
  void theDocumentOfANodeIsGoodForOneKeyAndOnlyTheLatest() {
    FakeNode other = fixture.node(nodeId);

    assertThatThrownBy(() -> node.enrol(fixture.enrolment()))
        .isInstanceOf(EnrolmentException.class);
    other.enrol(fixture.enrolment());
    assertThatThrownBy(() -> other.enrol(fixture.enrolment()))
        .isInstanceOf(EnrolmentException.class);
  }

  @Test
  @Tag("INST-164")
  void aDeletedNodeIsForgotten() {
    node.enrol(fixture.enrolment());
    awaitSynced();

    fixture.store().accept(Operation.delete("worker_vm", nodeId));

    await().until(() -> fixture.board().feed().find(StatusKey.node(nodeId)).isEmpty());
    await().until(() -> fixture.enrolment().nodes().isEmpty());
    assertThat(fixture.links().connections()).isEmpty();
  }
}
