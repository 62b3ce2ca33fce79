package org.plenum.node.conference;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the commands that a Host gives from a keypad: two digits each (SVX-253 to SVX-258).
 * One instance per participant, used by the owner of the conference only.
 */
final class DtmfCommands {

  /** What a Host can do from a keypad. */
  enum Command {
    TOGGLE_LOCK,
    TOGGLE_GUEST_MUTE,
    END_CONFERENCE
  }

  /**
   * A first digit older than this is forgotten, so that one pressed by mistake does not turn a much
   * later one into a command. The specification leaves the time open.
   */
  static final Duration INTER_DIGIT_TIMEOUT = Duration.ofSeconds(5);

  private static final Map<String, Command> DEFAULTS =
      Map.of(
          "*7", Command.TOGGLE_LOCK,
          "*5", Command.TOGGLE_GUEST_MUTE,
          "##", Command.END_CONFERENCE);

  private char first;
  private @Nullable Instant firstPressed;

  /** Takes a digit; returns the command that it completes. */
  Optional<Command> press(char digit, Instant now) {
    Optional<Command> command = Optional.empty();
    if (firstPressed != null && !now.isAfter(firstPressed.plus(INTER_DIGIT_TIMEOUT))) {
      command = Optional.ofNullable(DEFAULTS.get("" + first + digit));
    }
    first = digit;
    firstPressed = command.isPresent() ? null : now;
    return command;
  }
}
