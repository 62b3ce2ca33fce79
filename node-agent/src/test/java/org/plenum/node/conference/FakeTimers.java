package org.plenum.node.conference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock that stands still until the test moves it, and the timers that go by it. */
final class FakeTimers implements Timers, InstantSource {
  private final List<Entry> running = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T12:00:00Z");

  private record Entry(Instant due, Runnable task) {}

  @Override
  public Timer start(Duration delay, Runnable task) {
    Entry entry = new Entry(now.plus(delay), task);
    running.add(entry);
    return () -> running.remove(entry);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration time) {
    Instant end = now.plus(time);
    Optional<Entry> next = nextUntil(end);
    while (next.isPresent()) {
      now = next.get().due();
      running.remove(next.get());
      next.get().task().run();
      next = nextUntil(end);
    }
    now = end;
  }

  int running() {
    return running.size();
  }

  private Optional<Entry> nextUntil(Instant end) {
    return running.stream()
        .filter(each -> !each.due().isAfter(end))
        .min(Comparator.comparing(Entry::due));
  }
}
