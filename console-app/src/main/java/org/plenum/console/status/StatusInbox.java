package org.plenum.console.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plenum.model.status.StatusKey;
import org.plenum.rpc.status.StatusEvent;

/**
 * Collects the events of one stream between two updates of the screen. Of several events about the
 * same thing only the last is kept, so it never holds more than the platform has nodes, conferences
 * and participants, however long the screen takes. Safe for several threads.
 */
public final class StatusInbox {
  private final Map<Object, StatusEvent> pending = new LinkedHashMap<>();
  private long expectedSequence = -1;

  /** What came of an event. */
  public enum Outcome {
    /** It waits for the next update. */
    ACCEPTED,
    /** Events before it were lost: watch anew. */
    GAP
  }

  /** Takes the next event of the stream. */
  public synchronized Outcome offer(StatusEvent event) {
    if (event.hasReset()) {
      pending.clear();
    } else if (expectedSequence >= 0 && event.getSequence() != expectedSequence) {
      return Outcome.GAP;
    }
    expectedSequence = event.getSequence() + 1;
    Object subject = StatusKey.of(event).map(Object.class::cast).orElse(event.getEventCase());
    // Removed first, so that the newer event takes its place at the end of the order.
    pending.remove(subject);
    pending.put(subject, event);
    return Outcome.ACCEPTED;
  }

  /** Takes out what has been collected, in the order in which it came. */
  public synchronized List<StatusEvent> drain() {
    List<StatusEvent> events = new ArrayList<>(pending.values());
    pending.clear();
    return events;
  }
}
