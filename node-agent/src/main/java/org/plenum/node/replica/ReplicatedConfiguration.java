package org.plenum.node.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plenum.model.alias.AliasTable;
import org.plenum.model.config.ConfigurationSnapshot;
import org.plenum.model.config.ConfigurationView;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Stored;
import org.plenum.model.config.json.CorruptObjectException;
import org.plenum.model.config.json.ReplicaJson;
import org.plenum.model.resource.ConferenceAlias;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration that is in force at this node, as records. Readers on any thread see the state
 * before or after an update, never one in between.
 */
public final class ReplicatedConfiguration implements ReplicaListener {

  private static final Logger log = LoggerFactory.getLogger(ReplicatedConfiguration.class);

  private final ResourceCatalog catalog;
  private final ReplicaJson json;
  private volatile State state;

  private record State(ConfigurationSnapshot objects, AliasTable aliases) {}

  public ReplicatedConfiguration(ResourceCatalog catalog) {
    this.catalog = catalog;
    this.json = new ReplicaJson();
    this.state = new State(ConfigurationSnapshot.empty(catalog), AliasTable.empty());
  }

  /** All objects. */
  public ConfigurationView view() {
    return state.objects();
  }

  /** The aliases of all services. */
  public AliasTable aliases() {
    return state.aliases();
  }

  @Override
  public void onReplaced(List<ReplicaEntry> entries) {
    ConfigurationSnapshot.Editor editor = ConfigurationSnapshot.empty(catalog).edit();
    for (ReplicaEntry entry : entries) {
      record(entry).ifPresent(object -> editor.put(entry.key().id(), object));
    }
    ConfigurationSnapshot objects = editor.done();
    List<Stored<ConferenceAlias>> aliases = new ArrayList<>();
    objects.all(ConferenceAlias.class).forEach(aliases::add);
    state = new State(objects, AliasTable.of(aliases));
  }

  @Override
  public void onChanged(List<ReplicaEntry> entries) {
    ConfigurationSnapshot.Editor editor = state.objects().edit();
    AliasTable aliases = state.aliases();
    for (ReplicaEntry entry : entries) {
      long id = entry.key().id();
      Optional<Record> object = record(entry);
      if (object.isPresent()) {
        editor.put(id, object.get());
        if (object.get() instanceof ConferenceAlias alias) {
          aliases = aliases.with(new Stored<>(id, alias));
        }
      } else {
        type(entry).ifPresent(type -> editor.remove(type.recordClass(), id));
        if (entry.key().resource().equals(catalog.type(ConferenceAlias.class).name())) {
          aliases = aliases.without(id);
        }
      }
    }
    state = new State(editor.done(), aliases);
  }

  /** The record of an entry; empty if it was deleted or is not understood by this version. */
  private Optional<Record> record(ReplicaEntry entry) {
    return type(entry).flatMap(type -> entry.json().flatMap(text -> read(type, entry.key(), text)));
  }

  private Optional<Record> read(ResourceType<?> type, ReplicaKey key, String text) {
    try {
      return Optional.of(type.toRecord(json.read(type, text)));
    } catch (CorruptObjectException e) {
      log.error("{} {} of the replica is not used: {}", key.resource(), key.id(), e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<ResourceType<?>> type(ReplicaEntry entry) {
    return catalog.find(entry.key().resource());
  }
}
