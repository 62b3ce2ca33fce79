package org.plenum.model.config.json;

/** A stored or replicated object cannot be read. The message names the field, never its value. */
public final class CorruptObjectException extends Exception {
  private static final long serialVersionUID = 1L;

  CorruptObjectException(String message) {
    super(message);
  }

  CorruptObjectException(String message, Throwable cause) {
    super(message, cause);
  }
}
