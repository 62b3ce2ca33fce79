package org.plenum.console.connection;

/**
 * No connection to the management service could be made, or it refused the log-in. What people read
 * comes from the texts under {@code connection.problem.*}; the message here is for the log.
 */
public final class ConnectionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  /** Why there is no connection. */
  public enum Problem {
    /** Nobody answers at the address. */
    UNREACHABLE,
    /** Somebody answers, but not a management service. */
    NOT_A_SERVER,
    /** User name or password is wrong. */
    WRONG_PASSWORD,
    /** The platform takes a client certificate in place of the password. */
    CERTIFICATE_NEEDED,
    /** The platform takes a password in place of the client certificate. */
    PASSWORD_NEEDED,
    /** The client certificate is not one of an administrator. */
    CERTIFICATE_REFUSED,
    /** The user may not use the console. */
    FORBIDDEN,
    /** Too many attempts; the server asks for patience. */
    TOO_MANY_ATTEMPTS,
    /** The server is not the one that was trusted on the first connection. */
    CERTIFICATE_CHANGED,
    /** The server no longer knows this console's certificate. */
    CONSOLE_UNKNOWN,
    /** The administrator did not confirm the server's fingerprint. */
    NOT_TRUSTED,
    /** Certificates cannot be kept in the profile folder. */
    PROFILE,
    /** Something else; the message says what. */
    FAILED
  }

  /** With what the log shall say. */
  public ConnectionException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** With the cause. */
  public ConnectionException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  /** Why there is no connection. */
  public Problem problem() {
    return problem;
  }
}
