package org.plenum.model.process;

import org.jspecify.annotations.Nullable;

/**
 * A process cannot start, for a reason that its operator can mend. The message is one sentence for
 * the terminal, without a stack trace.
 */
public final class StartupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public StartupException(ExitCode exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  public StartupException(ExitCode exitCode, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  /** What the process returns to the operating system. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
