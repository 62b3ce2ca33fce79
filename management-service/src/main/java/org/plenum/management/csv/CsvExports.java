package org.plenum.management.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.plenum.management.csv.CsvColumn.Role;
import org.plenum.management.csv.Draft.Key;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Values;
import org.plenum.model.csv.CsvFamily;

/**
 * Writes configuration as CSV files, always with a header, in a form that an import takes without
 * changing anything (OPS-155). Safe for several threads.
 */
public final class CsvExports {
  private final ConfigurationStore store;
  private final CsvFormats formats;

  /** Exports from a store. */
  public CsvExports(ConfigurationStore store) {
    this.store = store;
    this.formats = CsvFormats.of(store.catalog(), store.cipher());
  }

  /** Whether the platform has what these files are about. */
  public boolean supports(CsvFamily family) {
    return formats.find(family).isPresent();
  }

  /**
   * Writes all objects of a kind, in UTF-8.
   *
   * @param out is not closed
   * @return what the file does not say by itself
   * @throws IllegalArgumentException if the platform does not have what the file is about
   */
  public CsvExport write(CsvFamily family, OutputStream out) {
    CsvFormat format =
        formats.find(family).orElseThrow(() -> new IllegalArgumentException(family.wire()));
    CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    csv.writeRecord(format.written().stream().map(CsvColumn::name).toList());
    CsvExport written =
        store.read(
            reader ->
                new Export(
                        format, Names.load(reader, format.targets()), children(reader, format), csv)
                    .write(reader));
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written;
  }

  private static Map<Long, List<StoredObject>> children(
      ConfigurationReader reader, CsvFormat format) {
    Map<Long, List<StoredObject>> children = new HashMap<>();
    if (format.children().isPresent()) {
      FieldType list = format.children().get();
      FieldType.Ownership ownership = list.owner().orElseThrow();
      reader.forEach(
          reader.catalog().target(list),
          child -> {
            Long owner = child.values().number(ownership.by());
            if (owner != null) {
              children.computeIfAbsent(owner, id -> new ArrayList<>(1)).add(child);
            }
          });
      Comparator<StoredObject> order = ObjectPlanner.inOrder(ownership);
      children.values().forEach(ofOne -> ofOne.sort(order));
    }
    return children;
  }

  /** One export; for one thread. */
  private static final class Export {
    /** What spreadsheet programs calculate; numbers with a sign are only that. */
    private static final Pattern FORMULA =
        Pattern.compile("(?:[=@\\t\\r]|[+-](?![0-9]+$)).*", Pattern.DOTALL);

    private final CsvFormat format;
    private final Names names;
    private final Map<Long, List<StoredObject>> children;
    private final CsvWriter csv;
    private final Set<Key> listed = new HashSet<>();
    private long leftOut;
    private long formulas;

    Export(CsvFormat format, Names names, Map<Long, List<StoredObject>> children, CsvWriter csv) {
      this.format = format;
      this.names = names;
      this.children = children;
      this.csv = csv;
    }

    CsvExport write(ConfigurationReader reader) {
      reader.forEach(
          format.type(),
          object -> {
            if (format.holds(object)) {
              write(object);
            }
          });
      return new CsvExport(leftOut, formulas);
    }

    private void write(StoredObject object) {
      if (format.listColumn().isPresent()) {
        writeUses(object, format.listColumn().get());
      } else if (children.containsKey(object.id())) {
        children.get(object.id()).forEach(child -> write(object.values(), child.values(), ""));
      } else {
        write(object.values(), Values.EMPTY, "");
      }
    }

    /** A use needs a name, and the key of its record to itself: another one would overwrite it. */
    private void writeUses(StoredObject object, CsvColumn column) {
      String key = object.values().text(format.key().field().orElseThrow().name());
      List<?> uses = object.values().list(column.field().orElseThrow().name());
      boolean complete = !uses.isEmpty();
      for (Object use : uses) {
        String name = column.write(use, names);
        if (!name.isEmpty() && listed.add(new Key(key, (Long) use))) {
          write(object.values(), Values.EMPTY, name);
        } else {
          complete = false;
        }
      }
      if (!complete) {
        leftOut++;
      }
    }

    private void write(Values own, Values child, String listedName) {
      List<String> cells =
          format.written().stream().map(column -> text(column, own, child, listedName)).toList();
      formulas += cells.stream().filter(cell -> FORMULA.matcher(cell).matches()).count();
      csv.writeRecord(cells);
    }

    private String text(CsvColumn column, Values own, Values child, String listedName) {
      if (column.role() == Role.LIST) {
        return listedName;
      }
      Values values = column.role() == Role.CHILD ? child : own;
      return column.field().map(field -> column.write(values.get(field.name()), names)).orElse("");
    }
  }
}
