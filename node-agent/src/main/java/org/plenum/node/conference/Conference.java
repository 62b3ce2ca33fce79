package org.plenum.node.conference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.media.conference.View;
import org.plenum.node.call.CallLeg;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.MediaState;
import org.plenum.node.call.RejectReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One conference instance (PLAT-029): a state machine without locks. Every method is an event and
 * runs on the owner of the conference; after each the consequences are drawn in one place, {@link
 * #settle}. Whoever is told to leave has left from that moment on, however long its signalling
 * takes; events of participants who left are ignored.
 */
final class Conference {
  private static final Duration STATS_INTERVAL = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(Conference.class);

  private final UUID id;
  private final ConferenceSettings settings;
  private final Collaborators with;
  private final Roster roster = new Roster();
  private final EndingRules ending;
  private final Runnable onEnded;

  private final Instant created;
  private @Nullable Instant startTime;
  private boolean started;
  private boolean locked;
  private boolean guestsMuted;
  private boolean ended;
  private @Nullable ConferenceSnapshot reported;
  private Timers.@Nullable Timer statsTimer;

  /**
   * What a conference works with.
   *
   * @param listeners makes the listener of the leg of a participant
   */
  record Collaborators(
      MediaControl media,
      Timers timers,
      InstantSource clock,
      ConferenceObserver observer,
      ConferenceLog log,
      Function<UUID, CallLeg.Listener> listeners) {}

  /**
   * @param onEnded called once, when nobody is left and everything is released
   */
  Conference(UUID id, ConferenceSettings settings, Collaborators with, Runnable onEnded) {
    this.id = id;
    this.settings = settings;
    this.with = with;
    this.onEnded = onEnded;
    this.created = with.clock().instant();
    this.guestsMuted = settings.muteAllGuests();
    this.ending = new EndingRules(settings, with.timers(), new Endings());
    with.log().created(settings);
  }

  // Events of calls

  /** A call was routed here. False if the conference has ended, so that it belongs elsewhere. */
  boolean join(JoinRequest request) {
    if (ended) {
      return false;
    }
    int limit = request.participantLimit().orElse(Integer.MAX_VALUE);
    if (roster.size() >= limit) {
      refuse(request, RejectReason.PARTICIPANT_LIMIT, "participant limit of " + limit);
      settle();
      return true;
    }
    CallLeg leg = request.leg();
    Participant participant = new Participant(UUID.randomUUID(), request);
    participant.muted = guestsMuted && !participant.isHost();
    roster.add(participant);
    try {
      leg.listen(with.listeners().apply(participant.id));
      leg.answer(request.limits());
    } catch (RuntimeException e) {
      log.error("Call {} cannot be answered", leg.id(), e);
      roster.remove(participant);
      refuse(request, RejectReason.INTERNAL_ERROR, "");
    }
    settle();
    return true;
  }

  /** Media of a call was agreed on. */
  void established(UUID participantId, MediaState state) {
    Participant participant = roster.find(participantId).orElse(null);
    if (participant == null || !participant.isConnecting()) {
      return;
    }
    // Empty if the call has ended meanwhile; the event that says so follows.
    participant
        .leg
        .media()
        .ifPresent(
            endpoint -> {
              participant.connected(endpoint, state, with.clock().instant());
              if (startTime == null) {
                startTime = participant.connectTime;
                scheduleStats();
              }
              with.log().joined(settings, participant);
              receive(participant);
            });
    settle();
  }

  /** Hold, resume, video added or removed. */
  void mediaChanged(UUID participantId, MediaState state) {
    Participant participant = roster.find(participantId).orElse(null);
    if (participant == null || participant.isConnecting()) {
      return;
    }
    boolean holdChanged = participant.media.onHold() != state.onHold();
    participant.media = state;
    if (holdChanged) {
      with.log().holdChanged(participant);
    }
    settle();
  }

  /** A digit was pressed; only Hosts who are in have commands (SVX-253). */
  void dtmf(UUID participantId, char digit) {
    roster
        .find(participantId)
        .filter(each -> each.isJoined() && each.isHost())
        .flatMap(each -> each.keypad.press(digit, with.clock().instant()))
        .ifPresent(
            command -> {
              switch (command) {
                case TOGGLE_LOCK -> setLocked(!locked);
                case TOGGLE_GUEST_MUTE -> muteGuests(!guestsMuted);
                case END_CONFERENCE -> finish(DisconnectReason.HOST_REQUEST);
              }
            });
  }

  /** A call has ended; its media is closed. */
  void ended(UUID participantId, DisconnectReason reason, String detail) {
    roster
        .find(participantId)
        .ifPresent(
            participant -> {
              release(participant, reason, detail);
              settle();
            });
  }

  // Events of media

  /** The loudest talker changed. */
  void dominantSpeaker(String endpointId) {
    roster.findByEndpoint(endpointId).filter(Participant::isAudible).ifPresent(roster::spoke);
    settle();
  }

  /** Pictures of an endpoint arrive, or do not any more. */
  void videoPresence(String endpointId, boolean present) {
    roster.findByEndpoint(endpointId).ifPresent(each -> each.pictureArrives = present);
    settle();
  }

  // Commands

  /** Leaves a participant out of the mix, or takes it in again (SVX-302). */
  CommandOutcome mute(UUID participantId, boolean muted) {
    return onParticipant(participantId, participant -> participant.muted = muted);
  }

  /** Puts a participant out (SVX-308). */
  CommandOutcome disconnect(UUID participantId) {
    return onParticipant(
        participantId, participant -> dismiss(participant, DisconnectReason.ADMINISTRATOR));
  }

  /** Lets a waiting participant in (SVX-251). */
  CommandOutcome admit(UUID participantId) {
    if (roster.find(participantId).filter(Participant::isWaiting).isEmpty()) {
      return CommandOutcome.failed("The participant is not waiting to be admitted.");
    }
    return onParticipant(participantId, participant -> participant.admitted = true);
  }

  /** Holds new participants at the waiting screen, or lets all who wait in (SVX-245). */
  CommandOutcome lock(boolean lock) {
    if (ended || !started) {
      return CommandOutcome.failed("The conference has not started.");
    }
    setLocked(lock);
    return CommandOutcome.DONE;
  }

  /** Mutes all Guests, also those who join later, or unmutes all (SVX-306). */
  CommandOutcome muteGuests(boolean mute) {
    guestsMuted = mute;
    for (Participant each : roster.all()) {
      if (!each.isHost()) {
        each.muted = mute;
      }
    }
    settle();
    return CommandOutcome.DONE;
  }

  /** Puts everybody out and ends the conference (SVX-309). */
  CommandOutcome finish(DisconnectReason reason) {
    if (ended) {
      return CommandOutcome.DONE;
    }
    ended = true;
    ending.cancel();
    if (statsTimer != null) {
      statsTimer.cancel();
    }
    for (Participant each : roster.all()) {
      with.log().removing(settings, each);
      dismiss(each, reason);
    }
    try {
      with.media().release();
    } catch (RuntimeException e) {
      log.error("Media of conference {} cannot be released", settings.name(), e);
    }
    Instant now = with.clock().instant();
    with.log().stopped(settings, Duration.between(created, now));
    if (reported != null) {
      with.observer().conferenceEnded(reported, now);
    }
    onEnded.run();
    return CommandOutcome.DONE;
  }

  // Consequences

  /**
   * Draws the consequences of an event: who is let in, whether the conference is over, what is
   * mixed and shown, what status hears. Media that fails costs its participant the call, which is
   * an event itself; so this goes on until nothing fails any more.
   */
  private void settle() {
    boolean settled = false;
    while (!ended && !settled) {
      admitWaiting();
      if (isOver()) {
        finish(DisconnectReason.CONFERENCE_ENDED);
        return;
      }
      settled = updateMedia();
    }
    if (!ended) {
      ending.update(roster.joined(), roster.any(each -> each.isJoined() && each.isHost()));
      report();
    }
  }

  private void admitWaiting() {
    for (Participant each : roster.all()) {
      if (each.isWaiting() && mayJoin(each)) {
        enter(each);
      }
    }
  }

  /** A connected participant goes to where it belongs: straight in, or to the waiting screen. */
  private void receive(Participant participant) {
    if (mayJoin(participant)) {
      enter(participant);
    } else {
      with.log().waiting(participant);
      attempt(participant, () -> with.media().hold(participant));
    }
  }

  private void enter(Participant participant) {
    if (attempt(participant, () -> with.media().join(participant))) {
      roster.joined(participant);
      started = true;
      with.log().letIn(participant);
    }
  }

  private boolean mayJoin(Participant participant) {
    if (participant.admitted) {
      return true;
    }
    if (locked) {
      return participant.isHost() && settings.hostPin();
    }
    return participant.isHost() || started;
  }

  /** Nobody is in or on the way in; those who wait for a conference that has ended leave too. */
  private boolean isOver() {
    return roster.isEmpty()
        || (started && roster.joined() == 0 && !roster.any(Participant::isConnecting));
  }

  private boolean updateMedia() {
    boolean settled = true;
    ViewPlan plan = new ViewPlan(settings, roster.bySpeech());
    for (Participant each : roster.all()) {
      if (!each.isConnecting()) {
        settled &= attempt(each, () -> updateMedia(each, plan));
      }
    }
    return settled;
  }

  private void updateMedia(Participant participant, ViewPlan plan) {
    if (!participant.isAudible()) {
      roster.silenced(participant);
    }
    with.media().updateMix(participant);
    if (participant.media.video()) {
      View view =
          participant.isJoined()
              ? plan.viewOf(participant)
              : View.waitingRoom(settings.viewOf(participant.role));
      with.media().updateView(participant, view);
    }
  }

  private void report() {
    if (startTime == null) {
      return;
    }
    ConferenceSnapshot now =
        new ConferenceSnapshot(id, settings, startTime, locked, started, guestsMuted);
    if (!now.equals(reported)) {
      reported = now;
      with.observer().conferenceChanged(now);
    }
    for (Participant each : roster.all()) {
      if (!each.isConnecting()) {
        ParticipantSnapshot snapshot = snapshot(each);
        if (!snapshot.equals(each.reported)) {
          each.reported = snapshot;
          with.observer().participantChanged(snapshot);
        }
      }
    }
  }

  // Leaving

  /** Puts a participant out. */
  private void dismiss(Participant participant, DisconnectReason reason) {
    release(participant, reason, reason.text());
    try {
      participant.leg.disconnect(reason);
    } catch (RuntimeException e) {
      log.error("Call {} cannot be disconnected", participant.leg.id(), e);
    }
  }

  /** Forgets a participant and what it holds; the only way out of the roster once connected. */
  private void release(Participant participant, DisconnectReason reason, String detail) {
    if (!roster.remove(participant)) {
      return;
    }
    if (participant.stats.streams().isEmpty()) {
      // A call shorter than the interval of statistics has a history too.
      collectStats(participant);
    }
    try {
      with.media().remove(participant);
    } catch (RuntimeException e) {
      log.error("Media of call {} cannot be taken out", participant.leg.id(), e);
    }
    participant.whenGone.run();
    String told = detail.isEmpty() ? reason.text() : detail;
    if (participant.isConnecting()) {
      with.log().refused(participant.leg.identity(), participant.alias, told, "");
      return;
    }
    Instant now = with.clock().instant();
    with.log()
        .disconnected(settings, participant, Duration.between(participant.connectTime, now), told);
    if (participant.reported != null) {
      with.observer().participantLeft(snapshot(participant), reason, told, now);
    }
  }

  private void refuse(JoinRequest request, RejectReason reason, String detail) {
    request.whenGone().run();
    with.log().refused(request.leg().identity(), request.alias(), reason.text(), detail);
    try {
      request.leg().reject(reason, detail.isEmpty() ? reason.text() : detail);
    } catch (RuntimeException e) {
      log.error("Call {} cannot be rejected", request.leg().id(), e);
    }
  }

  // Small things

  /** Runs something on the media of a participant, who is put out if that fails. */
  private boolean attempt(Participant participant, Runnable change) {
    try {
      change.run();
      return true;
    } catch (RuntimeException e) {
      log.error("Media of call {} failed", participant.leg.id(), e);
      dismiss(participant, DisconnectReason.INTERNAL_ERROR);
      return false;
    }
  }

  private CommandOutcome onParticipant(UUID participantId, Consumer<Participant> change) {
    Optional<Participant> participant = roster.find(participantId);
    if (participant.isEmpty()) {
      return CommandOutcome.failed("There is no such participant.");
    }
    change.accept(participant.get());
    settle();
    return CommandOutcome.DONE;
  }

  private void setLocked(boolean lock) {
    locked = lock;
    settle();
  }

  private void scheduleStats() {
    statsTimer =
        with.timers()
            .start(
                STATS_INTERVAL,
                () -> {
                  roster.all().forEach(this::collectStats);
                  scheduleStats();
                  settle();
                });
  }

  private void collectStats(Participant participant) {
    if (participant.isConnecting()) {
      return;
    }
    try {
      participant.stats = participant.endpoint().stats();
    } catch (RuntimeException e) {
      log.warn("Call {} has no statistics", participant.leg.id(), e);
    }
  }

  private ParticipantSnapshot snapshot(Participant participant) {
    return new ParticipantSnapshot(
        participant.id,
        id,
        settings,
        participant.leg.identity(),
        participant.alias,
        participant.role,
        participant.isWaiting(),
        participant.muted,
        participant.media.onHold(),
        participant.hasPicture(),
        roster.isSpeaking(participant),
        participant.media,
        participant.connectTime,
        participant.stats);
  }

  private final class Endings implements EndingRules.Outcome {
    @Override
    public void guestsOnlyTooLong() {
      with.log().lastHostLeft(settings);
      finish(DisconnectReason.CONFERENCE_ENDED);
    }

    @Override
    public void aloneTooLong() {
      finish(DisconnectReason.CONFERENCE_ENDED);
    }
  }
}
