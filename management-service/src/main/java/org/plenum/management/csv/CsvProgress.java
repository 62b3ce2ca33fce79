package org.plenum.management.csv;

/** Hears how far an import is. */
@FunctionalInterface
public interface CsvProgress {
  /** Parts of the work, in their order. */
  enum Stage {
    READING,
    CHECKING,
    WRITING
  }

  /** Nobody listens. */
  CsvProgress NONE = (stage, done, total) -> {};

  /**
   * Called often, from the thread that imports.
   *
   * @param done records that are done in this stage
   * @param total records of the file; 0 while they are being counted
   * @throws java.util.concurrent.CancellationException to give the import up; nothing is changed
   *     then
   */
  void at(Stage stage, int done, int total);
}
