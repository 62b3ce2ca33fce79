package org.plenum.management.ldap;

/** A directory did not do what it was asked. The message is a sentence for administrators. */
public final class DirectoryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  /** What is in the way. Of several, the first one here tells most. */
  public enum Problem {
    /** The account or its password is wrong. */
    BIND_REFUSED,
    /** The server answers, but its certificate is not that of a trusted authority. */
    UNTRUSTED,
    /** The server answers, but its certificate is for another name. */
    WRONG_NAME,
    /** The server answers, but does not encrypt. */
    NO_TLS,
    /** The server cannot do, or will not do, what it was asked. */
    REFUSED,
    /** No server answers, or not in time. */
    UNREACHABLE
  }

  DirectoryException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** What is in the way. */
  public Problem problem() {
    return problem;
  }
}
