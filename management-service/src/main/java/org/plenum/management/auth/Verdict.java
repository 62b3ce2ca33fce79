package org.plenum.management.auth;

/** What became of the check of a name and a password. */
sealed interface Verdict {
  /** They belong together. */
  record Right(Identity identity) implements Verdict {}

  /**
   * They do not.
   *
   * @param cause for the log
   */
  record Wrong(String cause) implements Verdict {}

  /**
   * Nobody can tell, which is not the fault of who asks.
   *
   * @param cause for the log
   */
  record Unanswered(String cause) implements Verdict {}

  /** Too many others are being checked. */
  record Busy() implements Verdict {}
}
