package org.plenum.management.store;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;

/** The objects of all resources in the database. Safe for several threads. */
public final class ConfigurationStore {
  private final Database database;
  private final ResourceCatalog catalog;
  private final SecretCipher cipher;
  private final Map<String, ResourceTable> tables;
  private final AuditSeal seal;

  private ConfigurationStore(
      Database database,
      ResourceCatalog catalog,
      SecretCipher cipher,
      Map<String, ResourceTable> tables,
      AuditSeal seal) {
    this.database = database;
    this.catalog = catalog;
    this.cipher = cipher;
    this.tables = Collections.unmodifiableMap(tables);
    this.seal = seal;
  }

  /**
   * Compares the tables with the declarations and adds what is missing.
   *
   * @throws org.plenum.model.process.StartupException if they differ in another way
   */
  public static ConfigurationStore open(
      Database database, ResourceCatalog catalog, SecretCipher cipher, InstantSource clock) {
    ColumnCodec codec = new ColumnCodec(cipher);
    Statements statements = new Statements();
    Map<String, ResourceTable> tables = new LinkedHashMap<>();
    List<Table> declared = new ArrayList<>();
    ColumnDefaults defaults = new ColumnDefaults(codec, clock);
    for (ResourceType<?> type : catalog.types()) {
      ResourceLayout layout = new ResourceLayout(type);
      tables.put(type.name(), new ResourceTable(layout, codec, statements));
      declared.addAll(layout.tables());
    }
    database.write(
        handle -> {
          new SchemaEvolution(handle, defaults).apply(declared);
          return tables.size();
        });
    return new ConfigurationStore(database, catalog, cipher, tables, new AuditSeal(cipher));
  }

  /** The resources that are stored. */
  public ResourceCatalog catalog() {
    return catalog;
  }

  /** What encrypts secrets, for files that carry them elsewhere. */
  public SecretCipher cipher() {
    return cipher;
  }

  /** Runs work that only reads, all of it on one version of the configuration. */
  public <T> T read(Function<ConfigurationReader, T> work) {
    return database.read(handle -> work.apply(reader(handle)));
  }

  /**
   * Runs work in one transaction: when this returns it is on disk, when it throws nothing happened.
   *
   * @param afterCommit called with the result in the order of commits, before the next writer
   *     starts
   */
  public <T> T write(Function<ConfigurationWriter, T> work, Consumer<T> afterCommit) {
    return database.write(
        handle -> work.apply(new ConfigurationWriter(catalog, tables, seal, handle)), afterCommit);
  }

  private ConfigurationReader reader(Handle handle) {
    return new ConfigurationReader(catalog, tables, seal, handle);
  }
}
