package org.plenum.management.query;

/**
 * A client asks for a list in a way that makes no sense; the message says what is wrong with it.
 */
public final class InvalidQueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  public InvalidQueryException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** Name of the parameter that is wrong. */
  public String parameter() {
    return parameter;
  }
}
