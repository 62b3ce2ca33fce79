package org.plenum.model.pki;

/** A PKCS #12 file does not give credentials. */
public final class Pkcs12Exception extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  /** What is wrong. */
  public enum Problem {
    /** The file cannot be read, or is no PKCS #12 file. */
    UNREADABLE,
    /** The password does not open it. */
    WRONG_PASSWORD,
    /** There is not exactly one private key in it, with its certificate. */
    NO_SINGLE_KEY
  }

  Pkcs12Exception(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  Pkcs12Exception(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }
}
