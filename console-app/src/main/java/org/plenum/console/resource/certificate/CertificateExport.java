package org.plenum.console.resource.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.ListQuery;
import org.plenum.console.configuration.ObjectPage;
import org.plenum.model.config.ResourceType;

/** Saves the certificates of all objects of a list in one file of PEM blocks. */
final class CertificateExport {
  private static final int OBJECTS_AT_ONCE = 200;

  private final ResourceType<?> type;
  private final ConfigurationClient client;

  CertificateExport(ResourceType<?> type, ConfigurationClient client) {
    this.type = type;
    this.client = client;
  }

  /**
   * Writes the file when everything has come; blocks.
   *
   * @return number of objects
   */
  int save(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    int count = 0;
    ListQuery all = ListQuery.matching("", "id", OBJECTS_AT_ONCE);
    ObjectPage part = client.list(type, all);
    while (!part.objects().isEmpty()) {
      for (ConfigurationObject object : part.objects()) {
        text.append(object.values().text("certificate").strip()).append('\n');
      }
      count += part.objects().size();
      part = client.list(type, all.page(count, OBJECTS_AT_ONCE));
    }
    Files.writeString(file, text);
    return count;
  }
}
