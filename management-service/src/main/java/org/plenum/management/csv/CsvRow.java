package org.plenum.management.csv;

import java.util.Map;
import java.util.Optional;

/**
 * A record of a file.
 *
 * @param line line where it begins, starting with 1
 * @param texts texts by column; absent where the record or the whole file does not have the column
 * @param problem why its texts may be in the wrong columns
 */
record CsvRow(long line, Map<String, String> texts, Optional<String> problem) {
  String text(CsvColumn column) {
    return texts.getOrDefault(column.name(), "");
  }
}
