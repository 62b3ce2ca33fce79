package org.plenum.console;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.plenum.console.resource.FileChoice;

/** The system's own dialogue. */
final class FileDialog implements FileChoice {
  private final Window owner;

  FileDialog(Window owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> open() {
    return Optional.ofNullable(new FileChooser().showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public List<Path> openSeveral() {
    List<File> chosen = new FileChooser().showOpenMultipleDialog(owner);
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> saveAs(String suggestedName) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(suggestedName);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }
}
