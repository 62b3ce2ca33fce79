package org.plenum.management.csv;

/** The text of a cell cannot be read; the message tells the author of the file why. */
final class CellException extends Exception {
  private static final long serialVersionUID = 1L;

  CellException(String message) {
    super(message, null, false, false);
  }
}
