package org.plenum.management.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.DerivedFields;
import org.plenum.management.change.Operation;
import org.plenum.management.change.ServerContact;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationReader.Touched;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.Database;
import org.plenum.management.store.SecretCipher;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.resource.PlenumResources;

/** A store in a folder, with its change-set door and a clock that tests set. */
public final class StoreFixture implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-03-01T10:00:00.123456Z");

  private final AtomicReference<Instant> time = new AtomicReference<>(START);
  private final InstantSource clock = time::get;
  private final Database database;
  private final ConfigurationStore store;
  private final ChangeSets changeSets;

  public StoreFixture(Path folder) {
    this(folder, PlenumResources.catalog());
  }

  public StoreFixture(Path folder, ResourceCatalog catalog) {
    this(folder, catalog, new ReachableServers());
  }

  public StoreFixture(Path folder, ResourceCatalog catalog, ServerContact contact) {
    database = Database.open(folder.resolve("plenum.db"));
    store =
        ConfigurationStore.open(
            database, catalog, SecretCipher.withKeyIn(folder.resolve("secrets.key")), clock);
    changeSets = new ChangeSets(store, DerivedFields.ofPlatform(), contact, clock);
  }

  public Database database() {
    return database;
  }

  public ConfigurationStore store() {
    return store;
  }

  public ChangeSets changeSets() {
    return changeSets;
  }

  public InstantSource clock() {
    return clock;
  }

  public void setTime(Instant now) {
    time.set(now);
  }

  public ResourceType<?> type(String resource) {
    return store.catalog().find(resource).orElseThrow();
  }

  public ChangeResult apply(Operation... operations) {
    return changeSets.apply("alice", ChangeSource.REST, List.of(operations));
  }

  public Accepted accept(Operation... operations) {
    return switch (apply(operations)) {
      case Accepted accepted -> accepted;
      case Rejected rejected -> throw new AssertionError(rejected.toString());
    };
  }

  public Rejected refuse(Operation... operations) {
    return switch (apply(operations)) {
      case Accepted accepted -> throw new AssertionError("accepted: " + accepted);
      case Rejected rejected -> rejected;
    };
  }

  /** Creates one object and gives its identifier. */
  public long create(String resource, Map<String, ? extends @Nullable Object> values) {
    return accept(Operation.create(resource, Values.of(values)))
        .objects()
        .getFirst()
        .orElseThrow()
        .id();
  }

  public Optional<StoredObject> find(String resource, long id) {
    return store.read(reader -> reader.object(type(resource), id));
  }

  public StoredObject get(String resource, long id) {
    return find(resource, id).orElseThrow();
  }

  public long version() {
    return store.read(ConfigurationReader::version);
  }

  public Optional<StoredObject> findUnique(String resource, String field, Object value) {
    return store.read(reader -> reader.unique(type(resource), field, value));
  }

  public Optional<Set<Touched>> touchedSince(long version, int limit) {
    return store.read(reader -> reader.touchedSince(version, limit));
  }

  @Override
  public void close() {
    database.close();
  }
}
