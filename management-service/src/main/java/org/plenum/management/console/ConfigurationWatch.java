package org.plenum.management.console;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenum.rpc.console.ConfigurationChanged;
import org.plenum.rpc.console.ObjectLabel;

/**
 * One watcher of the configuration. While it is slow, later change sets join those that wait; when
 * too many objects have changed, their resources alone are named. Thread-safe.
 */
final class ConfigurationWatch {
  static final int MAX_PENDING = 1_000;

  private final Set<String> resources;
  private final ServerCallStreamObserver<ConfigurationChanged> watcher;
  private final Map<Key, ObjectLabel> pending = new LinkedHashMap<>();
  private long pendingVersion;

  private record Key(String resource, long id) {}

  /**
   * @param resources what to tell of; empty for everything
   */
  ConfigurationWatch(
      Set<String> resources, ServerCallStreamObserver<ConfigurationChanged> watcher) {
    this.resources = resources;
    this.watcher = watcher;
  }

  /** Takes note of a change set. Does not block. */
  synchronized void note(ConfigurationChanged change) {
    for (ObjectLabel object : change.getObjectsList()) {
      if (resources.isEmpty() || resources.contains(object.getResource())) {
        pendingVersion = change.getVersion();
        add(object);
      }
    }
  }

  private void add(ObjectLabel object) {
    Key whole = new Key(object.getResource(), 0);
    if (pending.containsKey(whole)) {
      return;
    }
    pending.put(new Key(object.getResource(), object.getId()), object);
    if (pending.size() > MAX_PENDING) {
      Set<String> changed =
          pending.keySet().stream().map(Key::resource).collect(Collectors.toUnmodifiableSet());
      pending.clear();
      changed.forEach(
          name ->
              pending.put(new Key(name, 0), ObjectLabel.newBuilder().setResource(name).build()));
    }
  }

  /** Sends what is waiting, if the watcher takes it. */
  void send() {
    // Held while sending, so that notices keep the order of versions; sending does not block.
    synchronized (this) {
      if (watcher.isReady() && !watcher.isCancelled()) {
        next().ifPresent(watcher::onNext);
      }
    }
  }

  private Optional<ConfigurationChanged> next() {
    if (pending.isEmpty()) {
      return Optional.empty();
    }
    ConfigurationChanged notice =
        ConfigurationChanged.newBuilder()
            .setVersion(pendingVersion)
            .addAllObjects(pending.values())
            .build();
    pending.clear();
    return Optional.of(notice);
  }
}
