package org.plenum.console.resource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ListQuery;
import org.plenum.console.configuration.ObjectPage;
import org.plenum.console.configuration.ObjectText;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;

/** Saves what a list shows, however long, a part at a time. */
public final class TableExport {
  private static final int ROWS_AT_ONCE = 500;

  private final ResourceType<?> type;
  private final ConfigurationClient client;
  private final ObjectText texts;

  /** For the rows of a resource. */
  public TableExport(ResourceType<?> type, ConfigurationClient client, ObjectText texts) {
    this.type = type;
    this.client = client;
    this.texts = texts;
  }

  /**
   * Saves all rows of a query; blocks.
   *
   * @return number of rows
   */
  public int save(ListQuery query, List<FieldType> columns, Path file) throws IOException {
    try (TableFile table = new TableFile(file, columns.stream().map(FieldType::label).toList())) {
      int rows = 0;
      ObjectPage part = client.list(type, query.page(0, ROWS_AT_ONCE));
      while (!part.objects().isEmpty()) {
        List<Map<String, String>> shown = texts.ofRows(type, part.objects());
        for (Map<String, String> row : shown) {
          table.row(columns.stream().map(field -> row.getOrDefault(field.name(), "")).toList());
        }
        rows += shown.size();
        if (rows >= part.total()) {
          break;
        }
        part = client.list(type, query.page(rows, ROWS_AT_ONCE));
      }
      table.finish();
      return rows;
    }
  }
}
