package org.plenum.node.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.media.conference.Layout;
import org.plenum.model.status.StatusFeed;
import org.plenum.model.status.StatusKey;
import org.plenum.model.status.StatusSubscription;
import org.plenum.node.call.CallLimits;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.conference.ConferenceLog;
import org.plenum.node.conference.ConferenceSettings;
import org.plenum.node.conference.Conferences;
import org.plenum.node.conference.FakeLeg;
import org.plenum.node.conference.FakeMedia;
import org.plenum.node.conference.JoinRequest;
import org.plenum.node.conference.NodeIdentity;
import org.plenum.node.conference.Role;
import org.plenum.node.conference.ServiceKind;
import org.plenum.rpc.status.AdmitParticipant;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.plenum.rpc.status.ConferenceStatus;
import org.plenum.rpc.status.DisconnectConference;
import org.plenum.rpc.status.DisconnectParticipant;
import org.plenum.rpc.status.LockConference;
import org.plenum.rpc.status.MuteGuests;
import org.plenum.rpc.status.MuteParticipant;
import org.plenum.rpc.status.ParticipantStatus;
import org.plenum.rpc.status.StatusEvent;
import org.plenum.rpc.status.StatusEvent.EventCase;

/** Conferences, the feed and commands together. */
class StatusPublisherTest {
  private static final NodeIdentity NODE = new NodeIdentity(7, "node1", "192.0.2.7", 1, "Oslo");
  private static final ConferenceSettings SERVICE =
      new ConferenceSettings(
          3,
          "Town hall",
          ServiceKind.AUDITORIUM,
          "tag",
          Layout.ONE_MAIN_SEVEN_PIPS,
          Layout.ONE_MAIN_SEVEN_PIPS,
          true,
          false,
          Duration.ofSeconds(60),
          Duration.ZERO);

  private final StatusFeed feed = new StatusFeed();
  private final MediaLoad load = new MediaLoad(new NodeCapacity(2));
  private final Conferences conferences =
      new Conferences(
          FakeMedia::new,
          new StatusPublisher(feed, load, NODE::id),
          new ConferenceLog(NODE),
          InstantSource.system());
  private final CommandExecutor commands =
      new CommandExecutor(conferences, CommandExecutor.DEFAULT_DEADLINE);

  @AfterEach
  void close() {
    conferences.close();
  }

  @Test
  @Tag("DIAG-063")
  void watcherSeesAConferenceComeAndGo() {
    StatusSubscription watcher = feed.subscribe(() -> {});
    assertThat(cases(watcher.poll(10))).containsExactly(EventCase.RESET, EventCase.COMPLETE);

    FakeLeg ann = join("ann", Role.HOST);
    ann.closeMedia();
    ann.listener.onEnded(DisconnectReason.REMOTE_DISCONNECT, "bye");
    await().until(() -> conferences.count() == 0);

    List<StatusEvent> events = watcher.poll(10);
    assertThat(cases(events))
        .containsExactly(EventCase.PARTICIPANT_ENDED, EventCase.CONFERENCE_ENDED);
    assertThat(events.getFirst().getParticipantEnded().getDisconnectReason()).isEqualTo("bye");
    assertThat(events.getFirst().getParticipantEnded().getLast().getDisplayName()).isEqualTo("ann");
    assertThat(feed.all(StatusKey.Kind.PARTICIPANT)).isEmpty();
    assertThat(load.percent()).isZero();
  }

  @Test
  @Tag("DIAG-098")
  @Tag("DIAG-103")
  @Tag("DIAG-160")
  void fieldsSayWhoMeetsWhere() {
    FakeLeg leg = join("ann", Role.HOST);

    ParticipantStatus ann = participant("ann");
    ConferenceStatus conference = conference();

    assertThat(conference.getName()).isEqualTo("Town hall");
    assertThat(conference.getServiceType()).isEqualTo("lecture");
    assertThat(conference.getServiceId()).isEqualTo(3);
    assertThat(conference.getNodeId()).isEqualTo(7);
    assertThat(conference.getIsStarted()).isTrue();
    assertThat(ann.getConferenceId()).isEqualTo(conference.getId());
    assertThat(ann.getCallUuid()).isEqualTo(leg.id().toString());
    assertThat(ann.getParticipantAlias()).isEqualTo("ann@example.com");
    assertThat(ann.getRole()).isEqualTo("chair");
    assertThat(ann.getServiceType()).isEqualTo("lecture");
    assertThat(ann.getProtocol()).isEqualTo("SIP");
    assertThat(ann.getCallDirection()).isEqualTo("in");
    assertThat(ann.getEncryption()).isEqualTo("Off");
    assertThat(ann.getRxBandwidth()).isEqualTo(1024);
    assertThat(ann.getRemotePort()).isEqualTo(5060);
    assertThat(load.percent()).isEqualTo(50);
  }

  @Test
  @Tag("DIAG-169")
  @Tag("SVX-252")
  void waitingGuestIsShownAndCanBeAdmitted() {
    join("gil", Role.GUEST);
    assertThat(participant("gil").getServiceType()).isEqualTo("waiting_room");
    assertThat(participant("gil").getRole()).isEqualTo("guest");

    CommandResult result =
        commands.apply(
            Command.newBuilder()
                .setAdmitParticipant(
                    AdmitParticipant.newBuilder().setParticipantId(participant("gil").getId()))
                .build());

    assertThat(result.getStatus()).isEqualTo(CommandResult.Status.SUCCESS);
    assertThat(participant("gil").getServiceType()).isEqualTo("lecture");
  }

  @Test
  @Tag("DIAG-174")
  @Tag("DIAG-175")
  void commandsActAndTheirEffectIsInTheFeed() {
    join("ann", Role.HOST);
    join("gil", Role.GUEST);
    String ann = participant("ann").getId();
    String conference = conference().getId();

    assertThat(run(Command.newBuilder().setMuteParticipant(mute(ann)))).isEmpty();
    assertThat(participant("ann").getIsMuted()).isTrue();

    assertThat(run(Command.newBuilder().setLockConference(lock(conference)))).isEmpty();
    assertThat(conference().getIsLocked()).isTrue();

    assertThat(
            run(
                Command.newBuilder()
                    .setMuteGuests(
                        MuteGuests.newBuilder().setConferenceId(conference).setMuted(true))))
        .isEmpty();
    assertThat(participant("gil").getIsMuted()).isTrue();

    assertThat(run(Command.newBuilder().setDisconnectParticipant(disconnect(ann)))).isEmpty();
    assertThat(feed.find(StatusKey.participant(ann))).isEmpty();

    assertThat(
            run(
                Command.newBuilder()
                    .setDisconnectConference(
                        DisconnectConference.newBuilder().setConferenceId(conference))))
        .isEmpty();
    assertThat(feed.all(StatusKey.Kind.CONFERENCE)).isEmpty();
  }

  @Test
  void commandsOnNothingFailWithAMessage() {
    String nobody = UUID.randomUUID().toString();

    assertThat(run(Command.newBuilder().setDisconnectParticipant(disconnect(nobody))))
        .isEqualTo("There is no participant " + nobody + ".");
    assertThat(run(Command.newBuilder().setLockConference(lock(nobody))))
        .isEqualTo("There is no conference " + nobody + ".");
    assertThat(run(Command.newBuilder().setDisconnectParticipant(disconnect("x"))))
        .isEqualTo("participant_id: 'x' is not a UUID.");
    assertThat(run(Command.newBuilder())).isEqualTo("This node does not know the command.");
  }

  @Test
  void watcherThatDoesNotFetchHoldsUpNobodyAndSeesTheLastState() {
    StatusSubscription slow = feed.subscribe(() -> {});
    slow.poll(10);
    join("ann", Role.HOST);
    String ann = participant("ann").getId();

    for (int i = 0; i < 101; i++) {
      run(
          Command.newBuilder()
              .setMuteParticipant(
                  MuteParticipant.newBuilder().setParticipantId(ann).setMuted(i % 2 == 0)));
    }

    List<StatusEvent> events = slow.poll(1000);
    assertThat(cases(events))
        .containsExactlyInAnyOrder(EventCase.CONFERENCE, EventCase.PARTICIPANT);
    assertThat(events.stream().filter(StatusEvent::hasParticipant).findFirst().orElseThrow())
        .satisfies(event -> assertThat(event.getParticipant().getIsMuted()).isTrue());
  }

  private FakeLeg join(String name, Role role) {
    FakeLeg leg = new FakeLeg(name);
    leg.openMedia(FakeLeg.VIDEO);
    conferences.join(
        SERVICE,
        new JoinRequest(leg, "hall", role, CallLimits.NONE, OptionalInt.empty(), () -> {}));
    await().until(() -> leg.calls.contains("answer"));
    leg.listener.onEstablished(FakeLeg.VIDEO);
    await().until(() -> participants().stream().anyMatch(p -> p.getDisplayName().equals(name)));
    return leg;
  }

  private List<ParticipantStatus> participants() {
    return feed.all(StatusKey.Kind.PARTICIPANT).stream().map(StatusEvent::getParticipant).toList();
  }

  private ParticipantStatus participant(String name) {
    return participants().stream()
        .filter(each -> each.getDisplayName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ConferenceStatus conference() {
    return feed.all(StatusKey.Kind.CONFERENCE).getFirst().getConference();
  }

  /** Message of a command that failed, or nothing. */
  private String run(Command.Builder command) {
    CommandResult result = commands.apply(command.build());
    assertThat(result.getStatus() == CommandResult.Status.SUCCESS)
        .isEqualTo(result.getMessage().isEmpty());
    return result.getMessage();
  }

  private static MuteParticipant mute(String id) {
    return MuteParticipant.newBuilder().setParticipantId(id).setMuted(true).build();
  }

  private static LockConference lock(String id) {
    return LockConference.newBuilder().setConferenceId(id).setLocked(true).build();
  }

  private static DisconnectParticipant disconnect(String id) {
    return DisconnectParticipant.newBuilder().setParticipantId(id).build();
  }

  private static List<EventCase> cases(List<StatusEvent> events) {
    List<EventCase> cases = new ArrayList<>();
    events.forEach(event -> cases.add(event.getEventCase()));
    return cases;
  }
}
