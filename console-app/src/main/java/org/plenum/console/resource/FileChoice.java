package org.plenum.console.resource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the administrator for a file. On the JavaFX thread. */
public interface FileChoice {
  /** Where to save; empty if the administrator wants no file. */
  Optional<Path> saveAs(String suggestedName);

  /** A file that exists; empty if the administrator wants none. */
  Optional<Path> open();

  /** Files that exist; none if the administrator wants none. */
  List<Path> openSeveral();
}
