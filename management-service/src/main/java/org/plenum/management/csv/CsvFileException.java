package org.plenum.management.csv;

/** A file cannot be read at all, or not to its end. */
public final class CsvFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long line;

  CsvFileException(long line, String message) {
    super(message, null, false, false);
    this.line = line;
  }

  CsvError error() {
    return new CsvError(line, "", String.valueOf(getMessage()));
  }
}
