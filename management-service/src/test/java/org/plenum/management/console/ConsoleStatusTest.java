package org.plenum.management.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.console.ConsoleFixture.Console;
import org.plenum.rpc.console.ConsoleStatusGrpc;
import org.plenum.rpc.console.ConsoleStatusGrpc.ConsoleStatusBlockingStub;
import org.plenum.rpc.console.WatchStatusRequest;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.plenum.rpc.status.DisconnectParticipant;
import org.plenum.rpc.status.ParticipantStatus;
import org.plenum.rpc.status.StatusEvent;
import org.plenum.rpc.status.StatusEvent.EventCase;

class ConsoleStatusTest {
  @TempDir Path folder;
  private ConsoleFixture fixture;
  private Console console;

  @BeforeEach
  void start() {
    fixture = new ConsoleFixture(folder);
    console = fixture.console();
  }

  @AfterEach
  void stop() throws InterruptedException {
    fixture.close();
  }

  private String token(String username) {
    return console.login(username, ConsoleFixture.PASSWORD).getToken();
  }

  private ConsoleStatusBlockingStub as(String username) {
    return ConsoleStatusGrpc.newBlockingStub(console.channel())
        .withDeadlineAfter(ConsoleFixture.DEADLINE)
        .withInterceptors(ConsoleFixture.bearer(token(username)));
  }

  private void participantIsThere() {
    fixture
        .board
        .feed()
        .publish(
            StatusEvent.newBuilder()
                .setParticipant(ParticipantStatus.newBuilder().setId("p1").setSignallingNodeId(7))
                .build());
  }

  private static Command disconnect(String participant) {
    return Command.newBuilder()
        .setDisconnectParticipant(DisconnectParticipant.newBuilder().setParticipantId(participant))
        .build();
  }

  @Test
  void streamsTheStateAndThenWhatHappens() {
    List<StatusEvent> events = new CopyOnWriteArrayList<>();
    ConsoleStatusGrpc.newStub(console.channel())
        .withInterceptors(ConsoleFixture.bearer(token("bob")))
        .watch(
            WatchStatusRequest.getDefaultInstance(),
            new StreamObserver<>() {
              @Override
              public void onNext(StatusEvent event) {
                events.add(event);
              }

              @Override
              public void onError(Throwable failure) {}

              @Override
              public void onCompleted() {}
            });
    await().until(() -> events.size() == 2);

    participantIsThere();

    await().until(() -> events.size() == 3);
    assertThat(events)
        .extracting(StatusEvent::getEventCase)
        .containsExactly(EventCase.RESET, EventCase.COMPLETE, EventCase.PARTICIPANT);
    assertThat(events).extracting(StatusEvent::getSequence).containsExactly(1L, 2L, 3L);
  }

  @Test
  @Tag("DIAG-175")
  void takesCommandsToTheNodeConcerned() {
    participantIsThere();

    CommandResult result = as("alice").execute(disconnect("p1"));

    assertThat(result.getStatus()).isEqualTo(CommandResult.Status.SUCCESS);
    assertThat(result.getMessage()).isEqualTo("node 7");
    assertThat(fixture.commands).containsExactly(disconnect("p1"));
  }

  @Test
  void reportsACommandOnNobodyAsFailed() {
    CommandResult result = as("alice").execute(disconnect("nobody"));

    assertThat(result.getStatus()).isEqualTo(CommandResult.Status.FAILED);
    assertThat(result.getMessage()).contains("nobody");
  }

  @Test
  void readOnlyAccountsDoNotCommand() {
    participantIsThere();

    assertThatThrownBy(() -> as("bob").execute(disconnect("p1")))
        .hasMessageContaining("PERMISSION_DENIED");
    assertThat(fixture.commands).isEmpty();
  }
}
