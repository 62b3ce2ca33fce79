package org.plenum.management.csv;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import did, or would do. Objects are counted; of Automatically Dialed Participants, the
 * services that dial them.
 *
 * @param records records of the file, without the header
 * @param created objects that are new
 * @param updated objects that change
 * @param unchanged objects that are so already
 * @param wrong objects that are left out because something is wrong with a record of theirs, and
 *     records that do not tell their object
 * @param errorCount number of errors
 * @param errors the first errors in the order of lines
 * @param version configuration version that the import made; 0 if nothing was changed
 * @param losses what changed objects lose: labels of fields that go back to their default and of
 *     children that are removed, with how often
 */
public record CsvReport(
    int records,
    int created,
    int updated,
    int unchanged,
    int wrong,
    long errorCount,
    List<CsvError> errors,
    long version,
    Map<String, Integer> losses) {
  public CsvReport {
    errors = List.copyOf(errors);
    losses = Collections.unmodifiableMap(new TreeMap<>(losses));
  }
}
