package org.plenum.node.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.media.conference.ConferenceMedia;
import org.plenum.node.call.CallLeg;
import org.plenum.node.call.CallLimits;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.RejectReason;

/** Conferences with their real threads. */
class ConferencesTest {
  private final List<FakeMedia> media = new CopyOnWriteArrayList<>();
  private final Board board = new Board();
  private final AtomicInteger gone = new AtomicInteger();
  private final Conferences conferences =
      new Conferences(
          this::createMedia,
          board,
          new ConferenceLog(new NodeIdentity(1, "node", "192.0.2.9", 1, "Here")),
          InstantSource.system());

  @AfterEach
  void close() {
    conferences.close();
  }

  @Test
  @Tag("PLAT-029")
  @Tag("SVC-190")
  void callsToOneServiceMeetInOneConference() {
    FakeLeg ann = join("ann", Role.HOST);
    FakeLeg bob = join("bob", Role.HOST);

    await().until(() -> board.participants.size() == 2);

    assertThat(conferences.count()).isOne();
    assertThat(media).hasSize(1);
    hangUp(ann);
    hangUp(bob);
    await().until(() -> conferences.count() == 0);
    assertThat(board.ended).hasValue(1);
    assertThat(gone).hasValue(2);
  }

  @Test
  @Tag("PLAT-029")
  void callAfterTheLastParticipantLeftStartsAnotherConference() {
    FakeLeg ann = join("ann", Role.HOST);
    await().until(() -> board.participants.size() == 1);
    hangUp(ann);

    join("bob", Role.HOST);

    await().until(() -> board.participants.containsValue("bob"));
    assertThat(media).hasSize(2);
    assertThat(media.getFirst().closings).isOne();
  }

  @Test
  void manyCallsThatComeAndGoAtOnceLeaveNothing() throws InterruptedException {
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String name = "caller" + i;
      callers.add(Thread.ofVirtual().start(() -> hangUp(join(name, Role.HOST))));
    }
    for (Thread caller : callers) {
      caller.join();
    }

    await().untilAtomic(gone, org.hamcrest.Matchers.is(100));
    await().until(() -> conferences.count() == 0);
    assertThat(board.participants).isEmpty();
    assertThat(media).allMatch(each -> each.closings == 1 && each.endpoints.isEmpty());
  }

  @Test
  void speakerAndPictureReachTheConferenceFromMediaThreads() {
    join("ann", Role.HOST);
    join("bob", Role.HOST);
    await().until(() -> board.participants.size() == 2);
    FakeMedia stage = media.getFirst();

    stage.listener.onVideoPresence(new FakeEndpoint("bob"), true);
    stage.listener.onDominantSpeaker(new FakeEndpoint("bob"));

    await().until(() -> "bob".equals(board.speaker));
    await().until(() -> stage.views.get("ann").shown().equals(List.of("bob")));
  }

  @Test
  void commandsFindTheirParticipantAndConference() throws Exception {
    join("ann", Role.HOST);
    join("bob", Role.HOST);
    await().until(() -> board.participants.size() == 2);
    UUID ann = board.idOf("ann");
    UUID conference = board.conference();

    assertThat(conferences.muteParticipant(ann, true).get().success()).isTrue();
    assertThat(media.getFirst().muted).containsExactly("ann");
    assertThat(conferences.lock(conference, true).get().success()).isTrue();
    assertThat(conferences.disconnectParticipant(ann).get().success()).isTrue();
    assertThat(conferences.disconnectParticipant(ann).get())
        .isEqualTo(CommandOutcome.failed("There is no participant " + ann + "."));
    assertThat(conferences.disconnectConference(conference).get().success()).isTrue();
    assertThat(conferences.disconnectConference(conference).get())
        .isEqualTo(CommandOutcome.failed("There is no conference " + conference + "."));
    assertThat(gone).hasValue(2);
  }

  @Test
  void closingEndsAllConferencesAndRefusesCalls() {
    FakeLeg ann = join("ann", Role.HOST);
    await().until(() -> board.participants.size() == 1);

    conferences.close();

    assertThat(ann.disconnected).isEqualTo(DisconnectReason.NODE_SHUTDOWN);
    assertThat(board.participants).isEmpty();
    FakeLeg late = new FakeLeg("late");
    conferences.join(ConferenceScript.openMeetingRoom(), request(late, Role.HOST));
    assertThat(late.rejected).isEqualTo(RejectReason.UNAVAILABLE);
    assertThat(gone).hasValue(2);
  }

  private FakeLeg join(String name, Role role) {
    FakeLeg leg = new FakeLeg(name);
    leg.openMedia(FakeLeg.VIDEO);
    conferences.join(ConferenceScript.openMeetingRoom(), request(leg, role));
    await().until(() -> leg.calls.contains("answer"));
    listener(leg).onEstablished(FakeLeg.VIDEO);
    return leg;
  }

  private JoinRequest request(FakeLeg leg, Role role) {
    return new JoinRequest(
        leg, "meet", role, CallLimits.NONE, OptionalInt.empty(), gone::incrementAndGet);
  }

  private static void hangUp(FakeLeg leg) {
    leg.closeMedia();
    listener(leg).onEnded(DisconnectReason.REMOTE_DISCONNECT, "");
  }

  private static CallLeg.Listener listener(FakeLeg leg) {
    CallLeg.Listener listener = leg.listener;
    assertThat(listener).isNotNull();
    return listener;
  }

  private ConferenceMedia createMedia(String name, ConferenceMedia.Listener listener) {
    FakeMedia created = new FakeMedia(name, listener);
    media.add(created);
    return created;
  }

  /** Who is connected, as status would show. */
  private static final class Board implements ConferenceObserver {
    final Map<UUID, String> participants = new ConcurrentHashMap<>();
    final Map<UUID, UUID> conferences = new ConcurrentHashMap<>();
    final AtomicInteger ended = new AtomicInteger();
    volatile @Nullable String speaker;

    UUID idOf(String name) {
      return participants.entrySet().stream()
          .filter(each -> each.getValue().equals(name))
          .findFirst()
          .orElseThrow()
          .getKey();
    }

    UUID conference() {
      return conferences.keySet().iterator().next();
    }

    @Override
    public void conferenceChanged(ConferenceSnapshot conference) {
      conferences.put(conference.id(), conference.id());
    }

    @Override
    public void participantChanged(ParticipantSnapshot participant) {
      participants.put(participant.id(), participant.call().displayName());
      if (participant.speaking()) {
        speaker = participant.call().displayName();
      }
    }

    @Override
    public void participantLeft(
        ParticipantSnapshot last, DisconnectReason reason, String detail, Instant time) {
      participants.remove(last.id());
    }

    @Override
    public void conferenceEnded(ConferenceSnapshot last, Instant time) {
      conferences.remove(last.id());
      ended.incrementAndGet();
    }
  }
}
