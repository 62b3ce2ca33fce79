package org.plenum.node.conference;

/**
 * What became of a command.
 *
 * @param success it was carried out
 * @param message why it was not, or an empty string
 */
public record CommandOutcome(boolean success, String message) {

  /** It was carried out, or everything was already as asked. */
  public static final CommandOutcome DONE = new CommandOutcome(true, "");

  /** It was not carried out. */
  public static CommandOutcome failed(String message) {
    return new CommandOutcome(false, message);
  }
}
