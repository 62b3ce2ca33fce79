package org.plenum.management.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.Database;
import org.plenum.management.store.SecretCipher;
import org.plenum.management.testing.ReachableServers;
import org.plenum.model.csv.CsvFamily;
import org.plenum.model.resource.PlenumResources;

/** A file of 100,000 Virtual Meeting Rooms with an alias each, into an empty store. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 3, jvmArgs = "-Xmx2g")
@State(Scope.Thread)
public class CsvImportBenchmark {
  private static final int ROOMS = 100_000;
  private static final CsvFamily FAMILY = CsvFamily.VIRTUAL_MEETING_ROOMS;

  private final byte[] file = file();
  private Path folder = Path.of("");
  private Database database;
  private ConfigurationStore store;
  private CsvImports imports;

  private static byte[] file() {
    StringBuilder text =
        new StringBuilder("name,description,pin,alias_alias,tag,max_callrate_in\n");
    for (int i = 0; i < ROOMS; i++) {
      text.append(
          "Room %1$d,Room number %1$d,123456,room.%1$d@example.com,tag,384000\n".formatted(i));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Makes an empty store. */
  @Setup(Level.Iteration)
  public void open() throws IOException {
    folder = Files.createTempDirectory("csv-benchmark");
    database = Database.open(folder.resolve("plenum.db"));
    store =
        ConfigurationStore.open(
            database,
            PlenumResources.catalog(),
            SecretCipher.withKeyIn(folder.resolve("secrets.key")),
            InstantSource.system());
    imports =
        new CsvImports(
            store,
            new ChangeSets(store, List.of(), new ReachableServers(), InstantSource.system()));
  }

  /** Removes the store. */
  @TearDown(Level.Iteration)
  public void remove() throws IOException {
    database.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** The baseline: as many objects and entries of the audit trail, without anything else. */
  @Benchmark
  public int plainInserts() {
    return database.write(
        handle -> {
          handle.execute("CREATE TABLE plain (id INTEGER PRIMARY KEY, text TEXT)");
          PreparedBatch batch = handle.prepareBatch("INSERT INTO plain (text) VALUES (?)");
          String text = "x".repeat(500);
          for (int i = 0; i < 4 * ROOMS; i++) {
            batch.bind(0, text + i).add();
            if (batch.size() == 1000) {
              batch.execute();
            }
          }
          return ROOMS;
        });
  }

  /** Checks everything and changes nothing. */
  @Benchmark
  public CsvReport preview() {
    return run(CsvImports.Mode.PREVIEW);
  }

  /** Imports everything in one transaction. */
  @Benchmark
  public CsvReport allOrNothing() {
    return run(CsvImports.Mode.ALL_OR_NOTHING);
  }

  /** Imports, exports, and finds that the exported file changes nothing. */
  @Benchmark
  public CsvReport thereAndBack() {
    run(CsvImports.Mode.ALL_OR_NOTHING);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvExports(store).write(FAMILY, out);
    return imports.run(
        "bench", FAMILY, CsvImports.Mode.ALL_OR_NOTHING, out.toByteArray(), CsvProgress.NONE);
  }

  private CsvReport run(CsvImports.Mode mode) {
    return imports.run("bench", FAMILY, mode, file, CsvProgress.NONE);
  }
}
