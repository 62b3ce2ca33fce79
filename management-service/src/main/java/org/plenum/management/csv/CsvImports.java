package org.plenum.management.csv;

import java.util.List;
import java.util.Optional;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.csv.CsvFamily;

/**
 * Imports CSV files into the configuration (OPS-145 to OPS-208). Safe for several threads; an
 * import occupies its thread until it is done.
 */
public final class CsvImports {
  /** Octets of a file. */
  public static final int MAX_FILE_BYTES = 64 * 1024 * 1024;

  private final ConfigurationStore store;
  private final ChangeSets changeSets;
  private final CsvFormats formats;

  /** Imports into a store through its change-set door. */
  public CsvImports(ConfigurationStore store, ChangeSets changeSets) {
    this.store = store;
    this.changeSets = changeSets;
    this.formats = CsvFormats.of(store.catalog(), store.cipher());
  }

  /** What to do with a file. */
  public enum Mode {
    /** Check everything, change nothing. */
    PREVIEW,
    /** Change nothing if anything is wrong. */
    ALL_OR_NOTHING,
    /** Leave out the records of objects with which something is wrong. */
    VALID_RECORDS
  }

  /** Whether the platform has what these files are about. */
  public boolean supports(CsvFamily family) {
    return formats.find(family).isPresent();
  }

  /**
   * Imports a file in one change set.
   *
   * @param author account of who wants it
   * @param file content of the file, at most {@link #MAX_FILE_BYTES}
   * @param progress hears how far the import is, and may give it up
   * @throws IllegalArgumentException if the platform does not have what the file is about
   * @throws java.util.concurrent.CancellationException if it was given up; nothing is changed
   */
  public CsvReport run(
      String author, CsvFamily family, Mode mode, byte[] file, CsvProgress progress) {
    CsvFormat format =
        formats.find(family).orElseThrow(() -> new IllegalArgumentException(family.wire()));
    CsvErrors errors = new CsvErrors();
    Names names = store.read(reader -> Names.load(reader, format.targets()));
    Drafts drafts = new Drafts(format, names, errors);
    Optional<CsvError> broken = read(file, format, drafts, progress);
    broken.ifPresent(errors::add);
    List<Planned> plans =
        store.read(
            reader ->
                format.listColumn().isPresent()
                    ? SharedObjectPlanner.plan(reader, format, drafts)
                    : ObjectPlanner.plan(reader, format, drafts));
    // What could be read of a broken file is worth a preview, but not more.
    Mode possible = broken.isPresent() ? Mode.PREVIEW : mode;
    return new ImportRun(changeSets, store.catalog(), author, format, drafts, errors, progress)
        .run(plans, possible);
  }

  private static Optional<CsvError> read(
      byte[] file, CsvFormat format, Drafts drafts, CsvProgress progress) {
    try {
      CsvRows.read(
          file,
          format,
          row -> {
            drafts.add(row);
            progress.at(CsvProgress.Stage.READING, drafts.records(), 0);
          });
      return Optional.empty();
    } catch (CsvFileException e) {
      return Optional.of(e.error());
    }
  }
}
