package org.plenum.management.csv;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plenum.management.csv.CsvImports.Mode;
import org.plenum.management.store.StoredObject;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.Values;
import org.plenum.model.csv.CsvFamily;

/** A store with all resources that files are about, and what tests do with files. */
final class CsvFixture implements AutoCloseable {
  final StoreFixture store;
  final CsvImports imports;
  final CsvExports exports;

  CsvFixture(Path folder) {
    store = new StoreFixture(folder);
    imports = new CsvImports(store.store(), store.changeSets());
    exports = new CsvExports(store.store());
  }

  CsvReport run(CsvFamily family, Mode mode, String... lines) {
    return run(family, mode, bytes(lines));
  }

  CsvReport run(CsvFamily family, Mode mode, byte[] file) {
    return imports.run("alice", family, mode, file, CsvProgress.NONE);
  }

  CsvReport accept(CsvFamily family, String... lines) {
    CsvReport report = run(family, Mode.ALL_OR_NOTHING, lines);
    if (report.errorCount() > 0) {
      throw new AssertionError(report.toString());
    }
    return report;
  }

  static byte[] bytes(String... lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  String export(CsvFamily family) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exports.write(family, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What an export says of its file. */
  CsvExport exportNotes(CsvFamily family) {
    return exports.write(family, OutputStream.nullOutputStream());
  }

  Values service(String name) {
    return store.findUnique("conference", "name", name).orElseThrow().values();
  }

  List<StoredObject> all(String resource) {
    List<StoredObject> all = new ArrayList<>();
    store
        .store()
        .read(
            reader -> {
              reader.forEach(store.type(resource), all::add);
              return all;
            });
    return all;
  }

  /** Texts of the aliases of a service in their order. */
  List<String> aliases(String service) {
    StoredObject object = store.findUnique("conference", "name", service).orElseThrow();
    return store
        .store()
        .read(
            reader ->
                reader.childObjects(object.type().childFields().getFirst(), object.id()).stream()
                    .map(StoredObject::title)
                    .toList());
  }

  long create(String resource, Map<String, ?> values) {
    return store.create(resource, values);
  }

  /** Creates a location with servers of its own. */
  long location(String name) {
    long dns = create("dns_server", Map.of("address", "192.0.2." + (all("dns_server").size() + 1)));
    long ntp = create("ntp_server", Map.of("address", "ntp%d.example.com".formatted(dns)));
    return create(
        "system_location",
        Map.of("name", name, "dns_servers", List.of(dns), "ntp_servers", List.of(ntp)));
  }

  @Override
  public void close() {
    store.close();
  }
}
