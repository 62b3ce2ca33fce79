package org.plenum.console.resource;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as a file for spreadsheets: comma-separated values (RFC 4180) in UTF-8, the headings in
 * the first line. The file appears when it is complete.
 */
final class TableFile implements AutoCloseable {
  /** Tells spreadsheets that the text is UTF-8. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final Path unfinished;
  private final Writer writer;

  /**
   * Begins a file.
   *
   * @throws IOException if it cannot be written there
   */
  TableFile(Path file, List<String> headings) throws IOException {
    this.file = file;
    this.unfinished = file.resolveSibling(file.getFileName() + ".part");
    this.writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
    writer.write(BYTE_ORDER_MARK);
    row(headings);
  }

  void row(List<String> cells) throws IOException {
    writer.write(cells.stream().map(TableFile::quoted).collect(Collectors.joining(",")));
    writer.write("\r\n");
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** Everything has been written. */
  void finish() throws IOException {
    writer.close();
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(unfinished);
  }
}
