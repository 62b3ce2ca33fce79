package org.plenum.console.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {
  @TempDir Path folder;

  @Test
  void cellsWithSeparatorsAreQuoted() throws Exception {
    Path file = folder.resolve("table.csv");
    try (TableFile table = new TableFile(file, List.of("Name", "Text"))) {
      table.row(List.of("Ø", "a, \"b\"\nc"));
      table.finish();
    }
    assertThat(Files.readString(file)).isEqualTo("\uFEFFName,Text\r\nØ,\"a, \"\"b\"\"\nc\"\r\n");
  }

  @Test
  void aFileThatIsNotFinishedDoesNotAppear() throws Exception {
    try (TableFile table = new TableFile(folder.resolve("table.csv"), List.of("Name"))) {
      table.row(List.of("x"));
    }
    assertThat(folder).isEmptyDirectory();
  }
}
