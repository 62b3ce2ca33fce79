package org.plenum.management.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads the records of a file: UTF-8 with or without byte order mark (OPS-150), with or without
 * header (OPS-147). Bounded in the number of records and in their length.
 */
final class CsvRows {
  static final int MAX_RECORDS = 200_000;
  static final int MAX_FIELD_CHARS = 16 * 1024;
  static final int MAX_RECORD_CHARS = 64 * 1024;

  /** Spreadsheets have as many columns, and may write them all. */
  private static final int MAX_FIELDS = 16 * 1024;

  private static final Pattern SEPARATORS = Pattern.compile("[;|\t]");
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CsvFormat format;
  private final Consumer<CsvRow> consumer;
  private List<String> header = List.of();
  private long line = 1;
  private int records;

  private CsvRows(CsvFormat format, Consumer<CsvRow> consumer) {
    this.format = format;
    this.consumer = consumer;
  }

  /**
   * Gives each record to the consumer.
   *
   * @throws CsvFileException if the file is no CSV of this format; the records before may have been
   *     consumed
   */
  static void read(byte[] file, CsvFormat format, Consumer<CsvRow> consumer)
      throws CsvFileException {
    checkEncoding(file);
    new CsvRows(format, consumer).read(file);
  }

  private void read(byte[] file) throws CsvFileException {
    int start = startsWithMark(file) ? BYTE_ORDER_MARK.length : 0;
    var reader =
        new InputStreamReader(
            new ByteArrayInputStream(file, start, file.length - start), StandardCharsets.UTF_8);
    CsvRecordHandler handler =
        CsvRecordHandler.builder()
            .maxFields(MAX_FIELDS)
            .maxFieldSize(MAX_FIELD_CHARS)
            .maxRecordSize(MAX_RECORD_CHARS)
            .build();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(MAX_RECORD_CHARS)
            .build(handler, reader)) {
      for (CsvRecord each : csv) {
        line = each.getStartingLineNumber();
        accept(each);
      }
    } catch (CsvParseException | UncheckedIOException e) {
      throw new CsvFileException(
          line,
          "After the record that begins here the file is not CSV: a quote is wrong, or a value is"
              + " longer than %d characters, or a record than %d."
                  .formatted(MAX_FIELD_CHARS, MAX_RECORD_CHARS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(CsvRecord each) throws CsvFileException {
    List<String> cells = withoutPadding(each.getFields());
    if (cells.isEmpty()) {
      return;
    }
    if (header.isEmpty()) {
      if (isHeader(cells)) {
        header = checkedHeader(cells);
        return;
      }
      refuseMisspeltHeader(cells);
      header = format.written().stream().map(CsvColumn::name).toList();
    }
    if (++records > MAX_RECORDS) {
      throw new CsvFileException(
          line, "A file can have %,d records; divide this one.".formatted(MAX_RECORDS));
    }
    Map<String, String> texts = HashMap.newHashMap(header.size());
    for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
      texts.put(header.get(i), cells.get(i));
    }
    consumer.accept(new CsvRow(line, texts, problem(cells)));
  }

  /** Spreadsheets write every record with as many cells as the longest one. */
  private static List<String> withoutPadding(List<String> cells) {
    int length = cells.size();
    while (length > 0 && cells.get(length - 1).isBlank()) {
      length--;
    }
    return cells.subList(0, length);
  }

  private Optional<String> problem(List<String> cells) {
    return cells.size() <= header.size()
        ? Optional.empty()
        : Optional.of(
            "There are %d columns here; %d are expected.".formatted(cells.size(), header.size()));
  }

  /** A record is a header when most of it is names of columns, so that a wrong name is noticed. */
  private boolean isHeader(List<String> cells) {
    long filled = cells.stream().filter(cell -> !cell.isBlank()).count();
    long known = cells.stream().filter(cell -> format.column(cell).isPresent()).count();
    return known > 0 && 2 * known >= filled;
  }

  /** It would become objects with the names of columns. */
  private void refuseMisspeltHeader(List<String> cells) throws CsvFileException {
    List<String> words =
        cells.stream()
            .flatMap(SEPARATORS::splitAsStream)
            .map(word -> word.strip().toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList();
    List<String> known = words.stream().filter(word -> format.column(word).isPresent()).toList();
    boolean all = !known.isEmpty() && known.size() == words.size();
    if (all || (known.size() > 1 && 2 * known.size() >= words.size())) {
      throw new CsvFileException(
          line,
          "This seems to be a header. Names of columns are in lower case and separated by commas:"
              + " %s.".formatted(String.join(",", known)));
    }
  }

  private List<String> checkedHeader(List<String> cells) throws CsvFileException {
    Set<String> names = new LinkedHashSet<>();
    for (String cell : cells) {
      if (format.column(cell).isEmpty()) {
        throw new CsvFileException(line, "There is no column '%s'.".formatted(cell));
      }
      if (!names.add(cell)) {
        throw new CsvFileException(line, "The column '%s' appears twice.".formatted(cell));
      }
    }
    if (!names.contains(format.key().name())) {
      throw new CsvFileException(
          line, "The column '%s' is missing.".formatted(format.key().name()));
    }
    return List.copyOf(names);
  }

  private static boolean startsWithMark(byte[] file) {
    return file.length >= BYTE_ORDER_MARK.length
        && file[0] == BYTE_ORDER_MARK[0]
        && file[1] == BYTE_ORDER_MARK[1]
        && file[2] == BYTE_ORDER_MARK[2];
  }

  private static void checkEncoding(byte[] file) throws CsvFileException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(file);
    CharBuffer chars = CharBuffer.allocate(8192);
    CoderResult result;
    do {
      result = decoder.decode(bytes, chars.clear(), true);
      if (result.isError()) {
        throw new CsvFileException(lineAt(file, bytes.position()), "This line is not in UTF-8.");
      }
    } while (!result.isUnderflow());
  }

  private static long lineAt(byte[] file, int end) {
    long line = 1;
    for (int i = 0; i < end; i++) {
      if (file[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
