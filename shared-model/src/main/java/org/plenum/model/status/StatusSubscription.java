package org.plenum.model.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plenum.rpc.status.StatusComplete;
import org.plenum.rpc.status.StatusEvent;
import org.plenum.rpc.status.StatusReset;

/** One watcher of a {@link StatusFeed}. Thread-safe. */
public final class StatusSubscription implements AutoCloseable {

  /** Changes that may wait; beyond, the watcher is given the full state anew. */
  static final int MAX_PENDING = 50_000;

  private final StatusFeed feed;
  private final Runnable available;

  /** The full state that is being sent; ends with "complete". */
  private final Deque<StatusEvent> initial = new ArrayDeque<>();

  private final Map<StatusKey, StatusEvent> pending = new LinkedHashMap<>();
  private long sequence;
  private boolean overflown;

  StatusSubscription(StatusFeed feed, Runnable available) {
    this.feed = feed;
    this.available = available;
  }

  synchronized void restart(Map<StatusKey, StatusEvent> state) {
    initial.clear();
    pending.clear();
    overflown = false;
    initial.add(StatusEvent.newBuilder().setReset(StatusReset.getDefaultInstance()).build());
    initial.addAll(state.values());
    initial.add(StatusEvent.newBuilder().setComplete(StatusComplete.getDefaultInstance()).build());
  }

  synchronized void offer(StatusKey key, StatusEvent event) {
    if (overflown) {
      return;
    }
    // Removed first, so that the newer state takes its place at the end of the order.
    pending.remove(key);
    if (pending.size() >= MAX_PENDING) {
      overflown = true;
      pending.clear();
    } else {
      pending.put(key, event);
    }
  }

  void wake() {
    available.run();
  }

  /** The next events, numbered; empty if there are none now. */
  public List<StatusEvent> poll(int max) {
    if (hasOverflown()) {
      feed.restart(this);
    }
    return take(max);
  }

  private synchronized boolean hasOverflown() {
    return overflown;
  }

  private synchronized List<StatusEvent> take(int max) {
    List<StatusEvent> events = new ArrayList<>();
    while (events.size() < max && !initial.isEmpty()) {
      events.add(numbered(initial.remove()));
    }
    var changes = pending.values().iterator();
    while (events.size() < max && changes.hasNext()) {
      events.add(numbered(changes.next()));
      changes.remove();
    }
    return events;
  }

  private StatusEvent numbered(StatusEvent event) {
    return event.toBuilder().setSequence(++sequence).build();
  }

  /** Stops watching. Idempotent. */
  @Override
  public void close() {
    feed.unsubscribe(this);
  }
}
