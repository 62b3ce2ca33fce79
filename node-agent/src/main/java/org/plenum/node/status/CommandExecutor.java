package org.plenum.node.status;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.plenum.node.conference.CommandOutcome;
import org.plenum.node.conference.Conferences;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what an administrator wants done to a conference or participant. Blocks until it is
 * done or the deadline has passed; a conference that is late may still do it afterwards.
 * Thread-safe.
 */
public final class CommandExecutor implements Function<Command, CommandResult> {
  public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(CommandExecutor.class);

  private final Conferences conferences;
  private final Duration deadline;

  public CommandExecutor(Conferences conferences, Duration deadline) {
    this.conferences = conferences;
    this.deadline = deadline;
  }

  @Override
  public CommandResult apply(Command command) {
    try {
      CommandOutcome outcome = start(command).get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      return outcome.success() ? succeeded() : failed(outcome.message());
    } catch (InvalidIdentifierException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (TimeoutException e) {
      return failed("The conference did not answer within " + deadline.toMillis() + " ms.");
    } catch (ExecutionException e) {
      log.error("Command {} failed", command.getCommandCase(), e);
      return failed("Internal error.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("The node is shutting down.");
    }
  }

  private CompletableFuture<CommandOutcome> start(Command command)
      throws InvalidIdentifierException {
    return switch (command.getCommandCase()) {
      case DISCONNECT_PARTICIPANT ->
          conferences.disconnectParticipant(
              participant(command.getDisconnectParticipant().getParticipantId()));
      case MUTE_PARTICIPANT ->
          conferences.muteParticipant(
              participant(command.getMuteParticipant().getParticipantId()),
              command.getMuteParticipant().getMuted());
      case ADMIT_PARTICIPANT ->
          conferences.admitParticipant(
              participant(command.getAdmitParticipant().getParticipantId()));
      case LOCK_CONFERENCE ->
          conferences.lock(
              conference(command.getLockConference().getConferenceId()),
              command.getLockConference().getLocked());
      case MUTE_GUESTS ->
          conferences.muteGuests(
              conference(command.getMuteGuests().getConferenceId()),
              command.getMuteGuests().getMuted());
      case DISCONNECT_CONFERENCE ->
          conferences.disconnectConference(
              conference(command.getDisconnectConference().getConferenceId()));
      case COMMAND_NOT_SET ->
          CompletableFuture.completedFuture(
              CommandOutcome.failed("This node does not know the command."));
    };
  }

  private static UUID participant(String id) throws InvalidIdentifierException {
    return identifier("participant_id", id);
  }

  private static UUID conference(String id) throws InvalidIdentifierException {
    return identifier("conference_id", id);
  }

  private static UUID identifier(String field, String id) throws InvalidIdentifierException {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new InvalidIdentifierException(field + ": '" + id + "' is not a UUID.", e);
    }
  }

  private static CommandResult succeeded() {
    return CommandResult.newBuilder().setStatus(CommandResult.Status.SUCCESS).build();
  }

  private static CommandResult failed(String message) {
    return CommandResult.newBuilder()
        .setStatus(CommandResult.Status.FAILED)
        .setMessage(message)
        .build();
  }

  /** A command names nothing that could exist. */
  private static final class InvalidIdentifierException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidIdentifierException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
