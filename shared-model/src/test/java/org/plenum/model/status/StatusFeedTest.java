package org.plenum.model.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.rpc.status.ParticipantEnded;
import org.plenum.rpc.status.ParticipantStatus;
import org.plenum.rpc.status.StatusEvent;
import org.plenum.rpc.status.StatusEvent.EventCase;

@Tag("DIAG-063")
class StatusFeedTest {

  private final StatusFeed feed = new StatusFeed();

  @Test
  void aWatcherGetsTheFullStateAndThenChanges() {
    feed.publish(participant("a", false));
    StatusSubscription watcher = feed.subscribe(() -> {});

    assertThat(cases(watcher.poll(10)))
        .containsExactly(EventCase.RESET, EventCase.PARTICIPANT, EventCase.COMPLETE);
    assertThat(watcher.poll(10)).isEmpty();

    feed.publish(ended("a"));
    assertThat(cases(watcher.poll(10))).containsExactly(EventCase.PARTICIPANT_ENDED);
  }

  @Test
  void aNewerStateReplacesOneThatWasNotFetched() {
    StatusSubscription watcher = feed.subscribe(() -> {});
    watcher.poll(10);
    feed.publish(participant("a", false));
    feed.publish(participant("b", false));
    feed.publish(participant("a", true));

    List<StatusEvent> events = watcher.poll(10);

    assertThat(events).hasSize(2);
    assertThat(events.getLast().getParticipant().getId()).isEqualTo("a");
    assertThat(events.getLast().getParticipant().getIsMuted()).isTrue();
    assertThat(events.getLast().getSequence()).isEqualTo(events.getFirst().getSequence() + 1);
  }

  @Test
  void anUnchangedStateIsNotNews() {
    AtomicInteger wakes = new AtomicInteger();
    feed.publish(participant("a", false));
    StatusSubscription watcher = feed.subscribe(wakes::incrementAndGet);
    watcher.poll(10);

    feed.publish(participant("a", false));

    assertThat(watcher.poll(10)).isEmpty();
    assertThat(wakes).hasValue(0);
  }

  @Test
  void aWatcherThatFallsFarBehindStartsAnew() {
    StatusSubscription watcher = feed.subscribe(() -> {});
    watcher.poll(10);
    for (int i = 0; i <= StatusSubscription.MAX_PENDING; i++) {
      feed.publish(participant("p" + i, false));
      feed.publish(ended("p" + i));
    }
    feed.publish(participant("still here", false));

    assertThat(cases(watcher.poll(10)))
        .containsExactly(EventCase.RESET, EventCase.PARTICIPANT, EventCase.COMPLETE);
  }

  @Test
  void aClosedWatcherIsForgotten() {
    StatusSubscription watcher = feed.subscribe(() -> {});
    watcher.close();
    watcher.close();

    assertThat(feed.watchers()).isZero();
  }

  private static List<EventCase> cases(List<StatusEvent> events) {
    return events.stream().map(StatusEvent::getEventCase).toList();
  }

  private static StatusEvent participant(String id, boolean muted) {
    return StatusEvent.newBuilder()
        .setParticipant(ParticipantStatus.newBuilder().setId(id).setIsMuted(muted))
        .build();
  }

  private static StatusEvent ended(String id) {
    return StatusEvent.newBuilder()
        .setParticipantEnded(ParticipantEnded.newBuilder().setId(id))
        .build();
  }
}
