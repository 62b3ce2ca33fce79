package org.plenum.management.csv;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The errors of a file: all are counted, the first ones of the file are kept. For one thread. */
final class CsvErrors {
  /** Nobody reads more than that at once. */
  static final int MAX_KEPT = 1000;

  private static final Comparator<CsvError> BY_LINE = Comparator.comparingLong(CsvError::line);

  private final PriorityQueue<CsvError> first = new PriorityQueue<>(BY_LINE.reversed());
  private long count;

  void add(CsvError error) {
    count++;
    first.add(error);
    if (first.size() > MAX_KEPT) {
      first.poll();
    }
  }

  long count() {
    return count;
  }

  /** In the order of lines. */
  List<CsvError> kept() {
    return first.stream().sorted(BY_LINE.thenComparing(CsvError::column)).toList();
  }
}
