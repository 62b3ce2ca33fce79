package org.plenum.management.csv;

/**
 * What an exported file does not say by itself.
 *
 * @param leftOut objects that are not in the file, or not completely, because its form has no place
 *     for them
 * @param formulas values that a spreadsheet program takes for formulas
 */
public record CsvExport(long leftOut, long formulas) {}
