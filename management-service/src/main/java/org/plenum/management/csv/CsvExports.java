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
import java.util.List;
import java.util.Map;
import org.plenum.management.csv.CsvColumn.Role;
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
   * @throws IllegalArgumentException if the platform does not have what the file is about
   */
  public void write(CsvFamily family, OutputStream out) {
    CsvFormat format =
        formats.find(family).orElseThrow(() -> new IllegalArgumentException(family.wire()));
    CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    csv.writeRecord(format.written().stream().map(CsvColumn::name).toList());
    store.read(
        reader -> {
          new Export(format, Names.load(reader, format.targets()), children(reader, format), csv)
              .write(reader);
          return format;
        });
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private record Export(
      CsvFormat format, Names names, Map<Long, List<StoredObject>> children, CsvWriter csv) {
    void write(ConfigurationReader reader) {
      reader.forEach(
          format.type(),
          object -> {
            if (format.holds(object)) {
              write(object);
            }
          });
    }

    private void write(StoredObject object) {
      if (format.listColumn().isPresent()) {
        CsvColumn column = format.listColumn().get();
        for (Object use : object.values().list(column.field().orElseThrow().name())) {
          write(object.values(), Values.EMPTY, column.write(use, names));
        }
      } else if (children.containsKey(object.id())) {
        children.get(object.id()).forEach(child -> write(object.values(), child.values(), ""));
      } else {
        write(object.values(), Values.EMPTY, "");
      }
    }

    private void write(Values own, Values child, String listed) {
      csv.writeRecord(
          format.written().stream().map(column -> text(column, own, child, listed)).toList());
    }

    private String text(CsvColumn column, Values own, Values child, String listed) {
      if (column.role() == Role.LIST) {
        return listed;
      }
      Values values = column.role() == Role.CHILD ? child : own;
      return column.field().map(field -> column.write(values.get(field.name()), names)).orElse("");
    }
  }
}
