package org.plenum.model.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.plenum.rpc.status.StatusEvent;

/**
 * The current state of what runs, and its watchers. Publishing never waits for a watcher: each has
 * its own bounded set of pending changes, in which a newer state of a thing takes the place of an
 * older one that was not fetched yet.
 *
 * <p>Thread-safe. Events are seen by every watcher in the order of publication, but for the states
 * that were overtaken.
 */
public final class StatusFeed {

  private final Map<StatusKey, StatusEvent> state = new LinkedHashMap<>();
  private final List<StatusSubscription> subscriptions = new CopyOnWriteArrayList<>();

  /**
   * Takes an event into the state and hands it to the watchers.
   *
   * @param event a node, conference or participant, or the end of one; its sequence is ignored
   */
  public void publish(StatusEvent event) {
    StatusKey key =
        StatusKey.of(event)
            .orElseThrow(() -> new IllegalArgumentException("not a change: " + event));
    synchronized (state) {
      if (StatusKey.ends(event)) {
        state.remove(key);
      } else if (event.equals(state.put(key, event))) {
        return;
      }
      subscriptions.forEach(subscription -> subscription.offer(key, event));
    }
    subscriptions.forEach(StatusSubscription::wake);
  }

  /** The last state of a thing. */
  public Optional<StatusEvent> find(StatusKey key) {
    synchronized (state) {
      return Optional.ofNullable(state.get(key));
    }
  }

  /** All states of one kind, oldest thing first. */
  public List<StatusEvent> all(StatusKey.Kind kind) {
    synchronized (state) {
      List<StatusEvent> events = new ArrayList<>();
      state.forEach(
          (key, event) -> {
            if (key.kind() == kind) {
              events.add(event);
            }
          });
      return events;
    }
  }

  /**
   * Starts watching: the full state comes first, framed by reset and complete.
   *
   * @param available called, on the publishing thread, whenever there may be something to {@link
   *     StatusSubscription#poll}; must not block
   */
  public StatusSubscription subscribe(Runnable available) {
    StatusSubscription subscription = new StatusSubscription(this, available);
    synchronized (state) {
      subscription.restart(state);
      subscriptions.add(subscription);
    }
    return subscription;
  }

  /** Number of watchers. */
  public int watchers() {
    return subscriptions.size();
  }

  void unsubscribe(StatusSubscription subscription) {
    subscriptions.remove(subscription);
  }

  /** Starts a watcher anew that fell too far behind. */
  void restart(StatusSubscription subscription) {
    synchronized (state) {
      subscription.restart(state);
    }
  }
}
