package org.plenum.console.configuration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.connection.ConnectionState;
import org.plenum.console.connection.ServerLink;
import org.plenum.model.config.ResourceType;
import org.plenum.model.resource.SystemLocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names of the system locations, which status events give by identifier only. */
public final class LocationNames implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocationNames.class);
  private static final int MAX_LOCATIONS = 1000;

  private final ConfigurationClient client;
  private final TaskExecutor tasks;
  private final ResourceType<?> type;
  private final ReadOnlyObjectWrapper<Map<Long, String>> names =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final Runnable unsubscribe;

  /** Fetches the names with each new connection, and again whenever a location changes. */
  public LocationNames(ConfigurationClient client, ServerLink link, TaskExecutor tasks) {
    this.client = client;
    this.tasks = tasks;
    this.type = client.catalog().type(SystemLocation.class);
    this.unsubscribe =
        link.onConfigurationChanged(
            change -> {
              if (change.getObjectsList().stream()
                  .anyMatch(object -> object.getResource().equals(type.name()))) {
                load();
              }
            });
    link.stateProperty()
        .subscribe(
            state -> {
              if (state instanceof ConnectionState.Connected) {
                load();
              }
            });
  }

  /** Names by identifier, in the order of the identifiers. */
  public ReadOnlyObjectProperty<Map<Long, String>> namesProperty() {
    return names.getReadOnlyProperty();
  }

  /** Name of a location; empty for one that is not known. */
  public String name(long id) {
    return names.get().getOrDefault(id, "");
  }

  private void load() {
    tasks.<List<ConfigurationObject>>run(
        () -> client.list(type, ListQuery.matching("", "name", MAX_LOCATIONS)).objects(),
        objects -> {
          Map<Long, String> loaded = new TreeMap<>();
          objects.forEach(object -> loaded.put(object.id(), object.title()));
          names.set(loaded);
        },
        failure -> LOG.warn("the names of the locations could not be fetched", failure));
  }

  @Override
  public void close() {
    unsubscribe.run();
  }
}
