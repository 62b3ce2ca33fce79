package org.plenum.management.csv;

/**
 * What is wrong with a file.
 *
 * @param line line where the record begins, starting with 1; 0 for the file as a whole
 * @param column heading of the column; empty for the record as a whole
 * @param message what is wrong, and what is expected
 */
public record CsvError(long line, String column, String message) {}
