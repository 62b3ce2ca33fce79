package org.plenum.console.resource;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the administrator for a file. On the JavaFX thread. */
public interface FileChoice {
  /** Where to save a file; empty if the administrator wants none. */
  Optional<Path> saveAs(String suggestedName);

  /**
   * Which file to open; empty if the administrator wants none.
   *
   * @param description what the files are, for instance "ZIP archives"
   * @param pattern their names, for instance {@code *.zip}
   */
  Optional<Path> open(String description, String pattern);
}
