package org.plenum.installer.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files below {@code docs}, which tests read, compare with the product and write anew. */
final class Documentation {
  private static final String REWRITE = "plenum.rewrite-docs";

  private final Path folder;

  private Documentation(Path folder) {
    this.folder = folder;
  }

  /** The folder of this source tree, wherever in it the test runs. */
  static Documentation ofSourceTree() {
    Path start = Path.of("").toAbsolutePath();
    return Stream.iterate(start, path -> path != null, Path::getParent)
        .map(path -> path.resolve("docs"))
        .filter(docs -> Files.isDirectory(docs.resolve("spec")))
        .findFirst()
        .map(Documentation::new)
        .orElseThrow(() -> new IllegalStateException("no folder docs/spec above " + start));
  }

  List<String> lines(String file) {
    try {
      return Files.readAllLines(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of the specification whose names start so. */
  List<String> specification(String prefix) {
    try (Stream<Path> files = Files.list(folder.resolve("spec"))) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .sorted()
          .map("spec/"::concat)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file says this; if asked to, it is made to. */
  void assertSays(String file, List<String> expected) {
    if (Boolean.getBoolean(REWRITE)) {
      try {
        Files.write(folder.resolve(file), expected);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertThat(lines(file))
        .as("docs/%s; to write it anew, run this test with -D%s=true", file, REWRITE)
        .containsExactlyElementsOf(expected);
  }
}
