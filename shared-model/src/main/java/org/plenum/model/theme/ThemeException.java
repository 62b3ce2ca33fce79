package org.plenum.model.theme;

/** A package that is no theme. The message is a sentence for the administrator. */
public final class ThemeException extends Exception {
  private static final long serialVersionUID = 1L;

  ThemeException(String message) {
    super(message);
  }

  /** The same problem, with the name of the file that has it. */
  ThemeException in(String file) {
    return new ThemeException(file + ": " + getMessage());
  }
}
