package org.plenum.console.fake;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.plenum.model.status.StatusFeed;
import org.plenum.model.status.StatusKey;
import org.plenum.model.status.StatusStream;
import org.plenum.rpc.console.ConsoleStatusGrpc.ConsoleStatusImplBase;
import org.plenum.rpc.console.WatchStatusRequest;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.plenum.rpc.status.ConferenceEnded;
import org.plenum.rpc.status.ConferenceStatus;
import org.plenum.rpc.status.NodeStatus;
import org.plenum.rpc.status.ParticipantEnded;
import org.plenum.rpc.status.ParticipantStatus;
import org.plenum.rpc.status.StatusEvent;

/** Status that a test sets, and commands that have their effect on it. */
public final class FakeStatus extends ConsoleStatusImplBase {
  private final StatusFeed feed = new StatusFeed();
  private final List<StreamObserver<StatusEvent>> streams = new CopyOnWriteArrayList<>();
  private final List<Command> commands = new CopyOnWriteArrayList<>();

  /** A node reports. */
  public void node(NodeStatus node) {
    feed.publish(StatusEvent.newBuilder().setNode(node).build());
  }

  /** A conference starts or changes. */
  public void conference(ConferenceStatus conference) {
    feed.publish(StatusEvent.newBuilder().setConference(conference).build());
  }

  /** A participant comes or changes. */
  public void participant(ParticipantStatus participant) {
    feed.publish(StatusEvent.newBuilder().setParticipant(participant).build());
  }

  /** A participant leaves. */
  public void participantLeft(String id) {
    feed.publish(
        StatusEvent.newBuilder()
            .setParticipantEnded(ParticipantEnded.newBuilder().setId(id))
            .build());
  }

  /** A conference is over. */
  public void conferenceEnded(ConferenceStatus last) {
    feed.publish(
        StatusEvent.newBuilder()
            .setConferenceEnded(ConferenceEnded.newBuilder().setId(last.getId()).setLast(last))
            .build());
  }

  /** Commands that were received. */
  public List<Command> commands() {
    return commands;
  }

  /** Sends the watching consoles away because their sessions have ended. */
  public void closeStreams() {
    streams.forEach(stream -> stream.onError(Status.UNAUTHENTICATED.asRuntimeException()));
    streams.clear();
  }

  /** Consoles that watch. */
  public int watchers() {
    return feed.watchers();
  }

  @Override
  public void watch(WatchStatusRequest request, StreamObserver<StatusEvent> watcher) {
    streams.add(watcher);
    StatusStream.serve(feed, (ServerCallStreamObserver<StatusEvent>) watcher);
  }

  @Override
  public void execute(Command command, StreamObserver<CommandResult> reply) {
    commands.add(command);
    boolean done =
        switch (command.getCommandCase()) {
          case DISCONNECT_PARTICIPANT ->
              feed.find(
                      StatusKey.participant(command.getDisconnectParticipant().getParticipantId()))
                  .map(event -> left(event.getParticipant()))
                  .orElse(false);
          case MUTE_PARTICIPANT ->
              feed.find(StatusKey.participant(command.getMuteParticipant().getParticipantId()))
                  .map(event -> mute(event, command.getMuteParticipant().getMuted()))
                  .orElse(false);
          case LOCK_CONFERENCE -> lock(command);
          case DISCONNECT_CONFERENCE -> disconnectAll(command);
          default -> false;
        };
    reply.onNext(
        CommandResult.newBuilder()
            .setStatus(done ? CommandResult.Status.SUCCESS : CommandResult.Status.FAILED)
            .setMessage(done ? "" : "not found")
            .build());
    reply.onCompleted();
  }

  private boolean left(ParticipantStatus participant) {
    participantLeft(participant.getId());
    return true;
  }

  private boolean mute(StatusEvent event, boolean muted) {
    participant(event.getParticipant().toBuilder().setIsMuted(muted).build());
    return true;
  }

  private boolean lock(Command command) {
    for (StatusEvent event : feed.all(StatusKey.Kind.CONFERENCE)) {
      if (event.getConference().getId().equals(command.getLockConference().getConferenceId())) {
        conference(
            event.getConference().toBuilder()
                .setIsLocked(command.getLockConference().getLocked())
                .build());
      }
    }
    return true;
  }

  private boolean disconnectAll(Command command) {
    String id = command.getDisconnectConference().getConferenceId();
    for (StatusEvent event : feed.all(StatusKey.Kind.PARTICIPANT)) {
      if (event.getParticipant().getConferenceId().equals(id)) {
        participantLeft(event.getParticipant().getId());
      }
    }
    for (StatusEvent event : feed.all(StatusKey.Kind.CONFERENCE)) {
      if (event.getConference().getId().equals(id)) {
        conferenceEnded(event.getConference());
      }
    }
    return true;
  }
}
