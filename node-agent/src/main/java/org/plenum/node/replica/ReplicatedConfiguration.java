package org.plenum.node.replica;

import java.util.List;
import java.util.Optional;
import org.plenum.model.config.ConfigurationSnapshot;
import org.plenum.model.config.ConfigurationView;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.json.CorruptObjectException;
import org.plenum.model.config.json.ReplicaJson;
import org.plenum.model.routing.RoutingTable;
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

  private record State(ConfigurationSnapshot objects, RoutingTable routing) {}

  public ReplicatedConfiguration(ResourceCatalog catalog) {
    this.catalog = catalog;
    this.json = new ReplicaJson();
    this.state = state(ConfigurationSnapshot.empty(catalog));
  }

  /** All objects. */
  public ConfigurationView view() {
    return state.objects();
  }

  /** Aliases, services and rules as routing needs them. */
  public RoutingTable routingTable() {
    return state.routing();
  }

  @Override
  public void onReplaced(ReplicaContents contents) throws ReplicaException {
    ConfigurationSnapshot.Editor editor = ConfigurationSnapshot.empty(catalog).edit();
    contents.forEach(
        entry -> record(entry).ifPresent(object -> editor.put(entry.key().id(), object)));
    state = state(editor.done());
  }

  @Override
  public void onChanged(List<ReplicaEntry> entries) {
    ConfigurationSnapshot.Editor editor = state.objects().edit();
    RoutingTable routing = state.routing();
    for (ReplicaEntry entry : entries) {
      long id = entry.key().id();
      Optional<Record> object = record(entry);
      if (object.isPresent()) {
        editor.put(id, object.get());
        routing = routing.with(id, object.get());
      } else if (type(entry).isPresent()) {
        Class<? extends Record> type = type(entry).get().recordClass();
        editor.remove(type, id);
        routing = routing.without(type, id);
      }
    }
    state = new State(editor.done(), routing);
  }

  private static State state(ConfigurationSnapshot objects) {
    return new State(objects, RoutingTable.of(objects));
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
