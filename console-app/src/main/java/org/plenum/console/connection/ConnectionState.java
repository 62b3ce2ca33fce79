package org.plenum.console.connection;

import java.time.Instant;

/** How the console stands with the management service. */
public sealed interface ConnectionState {
  /** The first state is being fetched. */
  record Connecting() implements ConnectionState {}

  /** Status and changes arrive. */
  record Connected() implements ConnectionState {}

  /**
   * The connection was lost; what is shown is what was known before.
   *
   * @param attempt number of the next attempt, starting with 1
   * @param nextAttempt when it will be made
   * @param since when the last word came
   */
  record Reconnecting(int attempt, Instant nextAttempt, Instant since) implements ConnectionState {}

  /**
   * The session has ended; the administrator must log in again.
   *
   * @param since when the last word came
   */
  record LoginNeeded(Instant since) implements ConnectionState {}
}
