package org.plenum.management.csv;

import java.util.Map;

/**
 * A record of a file.
 *
 * @param line line where it begins, starting with 1
 * @param texts texts by column; absent where the record or the whole file does not have the column
 */
record CsvRow(long line, Map<String, String> texts) {
  String text(CsvColumn column) {
    return texts.getOrDefault(column.name(), "");
  }
}
