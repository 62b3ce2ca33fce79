package org.plenum.management.control;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.plenum.model.status.StatusFeed;
import org.plenum.model.status.StatusKey;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.plenum.rpc.status.StatusEvent;

/**
 * Finds the nodes that a command concerns and has them carry it out: the one that signals for a
 * participant, all that host a conference. Thread-safe; blocks until the nodes have answered.
 */
public final class CommandRouter {

  private final StatusFeed status;
  private final BiFunction<Long, Command, CommandResult> nodes;

  /**
   * @param status what runs where
   * @param nodes carries a command out at a node
   */
  public CommandRouter(StatusFeed status, BiFunction<Long, Command, CommandResult> nodes) {
    this.status = status;
    this.nodes = nodes;
  }

  /**
   * Carries a command out.
   *
   * @return success if all nodes concerned succeeded; otherwise the first failure
   */
  public CommandResult execute(Command command) {
    return switch (command.getCommandCase()) {
      case DISCONNECT_PARTICIPANT ->
          toParticipant(command.getDisconnectParticipant().getParticipantId(), command);
      case MUTE_PARTICIPANT ->
          toParticipant(command.getMuteParticipant().getParticipantId(), command);
      case ADMIT_PARTICIPANT ->
          toParticipant(command.getAdmitParticipant().getParticipantId(), command);
      case LOCK_CONFERENCE -> toConference(command.getLockConference().getConferenceId(), command);
      case DISCONNECT_CONFERENCE ->
          toConference(command.getDisconnectConference().getConferenceId(), command);
      case MUTE_GUESTS -> toConference(command.getMuteGuests().getConferenceId(), command);
      case COMMAND_NOT_SET -> failed("The request names no command.");
    };
  }

  private CommandResult toParticipant(String id, Command command) {
    return status
        .find(StatusKey.participant(id))
        .map(event -> event.getParticipant().getSignallingNodeId())
        .map(node -> nodes.apply(node, command))
        .orElseGet(() -> failed("There is no participant " + id + "."));
  }

  private CommandResult toConference(String id, Command command) {
    List<Long> hosts =
        status.all(StatusKey.Kind.CONFERENCE).stream()
            .map(StatusEvent::getConference)
            .filter(conference -> conference.getId().equals(id))
            .map(conference -> conference.getNodeId())
            .toList();
    if (hosts.isEmpty()) {
      return failed("Conference instance no longer active.");
    }
    List<CommandResult> results = hosts.stream().map(node -> nodes.apply(node, command)).toList();
    Optional<CommandResult> failure =
        results.stream()
            .filter(result -> result.getStatus() != CommandResult.Status.SUCCESS)
            .findFirst();
    return failure.orElse(results.getFirst());
  }

  private static CommandResult failed(String message) {
    return CommandResult.newBuilder()
        .setStatus(CommandResult.Status.FAILED)
        .setMessage(message)
        .build();
  }
}
