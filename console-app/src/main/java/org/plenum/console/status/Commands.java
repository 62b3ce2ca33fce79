package org.plenum.console.status;

import java.util.function.Consumer;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.connection.Session;
import org.plenum.console.i18n.Messages;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.plenum.rpc.status.DisconnectConference;
import org.plenum.rpc.status.DisconnectParticipant;
import org.plenum.rpc.status.LockConference;
import org.plenum.rpc.status.MuteGuests;
import org.plenum.rpc.status.MuteParticipant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Actions on what runs (DIAG-174, DIAG-175). They return at once; what they change comes back as
 * status, and only a failure is reported. For the JavaFX thread.
 */
public final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private final Session session;
  private final TaskExecutor tasks;
  private final Messages messages;

  /** Uses a session. */
  public Commands(Session session, TaskExecutor tasks, Messages messages) {
    this.session = session;
    this.tasks = tasks;
    this.messages = messages;
  }

  /** Ends a participant's call. */
  public void disconnectParticipant(String id, Consumer<String> onFailure) {
    execute(
        Command.newBuilder()
            .setDisconnectParticipant(DisconnectParticipant.newBuilder().setParticipantId(id)),
        onFailure);
  }

  /** Makes a participant inaudible, or audible again. */
  public void muteParticipant(String id, boolean muted, Consumer<String> onFailure) {
    execute(
        Command.newBuilder()
            .setMuteParticipant(MuteParticipant.newBuilder().setParticipantId(id).setMuted(muted)),
        onFailure);
  }

  /** Lets nobody else into a conference, or others again. */
  public void lockConference(String id, boolean locked, Consumer<String> onFailure) {
    execute(
        Command.newBuilder()
            .setLockConference(LockConference.newBuilder().setConferenceId(id).setLocked(locked)),
        onFailure);
  }

  /** Makes the guests of a conference inaudible, or audible again. */
  public void muteGuests(String id, boolean muted, Consumer<String> onFailure) {
    execute(
        Command.newBuilder()
            .setMuteGuests(MuteGuests.newBuilder().setConferenceId(id).setMuted(muted)),
        onFailure);
  }

  /** Ends all calls of a conference. */
  public void disconnectConference(String id, Consumer<String> onFailure) {
    execute(
        Command.newBuilder()
            .setDisconnectConference(DisconnectConference.newBuilder().setConferenceId(id)),
        onFailure);
  }

  private void execute(Command.Builder command, Consumer<String> onFailure) {
    tasks.run(
        () -> session.commands().execute(command.build()),
        result -> {
          if (result.getStatus() == CommandResult.Status.FAILED) {
            onFailure.accept(messages.get("command.failed", result.getMessage()));
          }
        },
        failure -> {
          LOG.warn("command {} failed", command.getCommandCase(), failure);
          onFailure.accept(messages.get("command.unreachable"));
        });
  }
}
