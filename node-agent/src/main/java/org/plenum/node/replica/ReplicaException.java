package org.plenum.node.replica;

/** An update cannot be applied; the message tells the management service why. */
public final class ReplicaException extends Exception {
  private static final long serialVersionUID = 1L;

  public ReplicaException(String message) {
    super(message);
  }

  public ReplicaException(String message, Throwable cause) {
    super(message, cause);
  }
}
