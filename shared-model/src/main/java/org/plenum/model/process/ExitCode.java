package org.plenum.model.process;

/** How a Plenum process ends; the same numbers for every command, listed by {@code --help}. */
public enum ExitCode {
  OK(0, "ended as asked"),
  FAILED(1, "unexpected failure; the log has the details"),
  USAGE(2, "an option is missing or wrong"),
  DATA_UNUSABLE(3, "the data folder cannot be read, is damaged or is in use by another process"),
  PORT_IN_USE(4, "a port is taken by another process"),
  WRONG_PASSWORD(5, "the administrator's name or password is wrong"),
  NOT_READY(6, "a part of the system did not become ready in time"),
  UNREACHABLE(7, "the server cannot be reached");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Status given to the operating system. */
  public int code() {
    return code;
  }

  /** One line for the help text. */
  public String meaning() {
    return meaning;
  }
}
