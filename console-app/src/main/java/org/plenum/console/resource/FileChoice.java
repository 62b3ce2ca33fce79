package org.plenum.console.resource;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the administrator where to save a file. */
@FunctionalInterface
public interface FileChoice {
  /** The chosen file; empty if the administrator wants none. On the JavaFX thread. */
  Optional<Path> saveAs(String suggestedName);
}
