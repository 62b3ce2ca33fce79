package org.plenum.management.console;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.plenum.management.change.ChangeListener;
import org.plenum.management.change.CommittedChange;
import org.plenum.management.change.ObjectChange;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.Listing;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.Values;
import org.plenum.rpc.console.ConfigurationChanged;
import org.plenum.rpc.console.ObjectLabel;

/** Tells consoles what change sets touched. Thread-safe. */
final class ConfigurationWatches implements ChangeListener {
  private final ResourceCatalog catalog;
  private final Executor executor;
  private final List<ConfigurationWatch> watches = new CopyOnWriteArrayList<>();

  /**
   * @param executor sends notices, so that who changes the configuration does not wait for it
   */
  ConfigurationWatches(ResourceCatalog catalog, Executor executor) {
    this.catalog = catalog;
    this.executor = executor;
  }

  /** Serves a watcher until it goes away. To be called from the handler of the call itself. */
  void serve(Set<String> resources, ServerCallStreamObserver<ConfigurationChanged> watcher) {
    ConfigurationWatch watch = new ConfigurationWatch(resources, watcher);
    watcher.setOnReadyHandler(watch::send);
    watcher.setOnCancelHandler(() -> watches.remove(watch));
    watcher.setOnCloseHandler(() -> watches.remove(watch));
    watches.add(watch);
  }

  /** Number of watchers. */
  int count() {
    return watches.size();
  }

  @Override
  public void committed(CommittedChange change) {
    if (watches.isEmpty()) {
      return;
    }
    ConfigurationChanged.Builder notice =
        ConfigurationChanged.newBuilder().setVersion(change.version());
    touched(change).forEach(notice::addObjects);
    ConfigurationChanged built = notice.build();
    for (ConfigurationWatch watch : watches) {
      watch.note(built);
      executor.execute(watch::send);
    }
  }

  /** The changed objects and their owners, which show them. */
  private Collection<ObjectLabel> touched(CommittedChange change) {
    Map<Key, ObjectLabel> touched = new LinkedHashMap<>();
    for (ObjectChange object : change.changes()) {
      StoredObject known =
          object
              .after()
              .or(object::before)
              .orElseThrow(() -> new IllegalArgumentException("a change of nothing"));
      touched.put(new Key(known.type().name(), known.id()), ObjectWriter.label(known));
    }
    for (ObjectChange object : change.changes()) {
      addOwners(touched, object);
    }
    return touched.values();
  }

  private record Key(String resource, long id) {}

  private void addOwners(Map<Key, ObjectLabel> touched, ObjectChange change) {
    Values before = change.before().map(StoredObject::values).orElse(Values.EMPTY);
    Values after = change.after().map(StoredObject::values).orElse(Values.EMPTY);
    for (Listing listing : catalog.listingsOf(change.type())) {
      String owner = listing.owner().name();
      for (long id : listing.concerned(before, after)) {
        touched.putIfAbsent(
            new Key(owner, id), ObjectLabel.newBuilder().setResource(owner).setId(id).build());
      }
    }
  }
}
