package org.plenum.node.conference;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenum.media.EndpointStats;
import org.plenum.media.MediaEndpoint;
import org.plenum.media.conference.ConferenceMedia;
import org.plenum.media.conference.View;
import org.plenum.node.call.CallLeg;
import org.plenum.node.call.MediaState;

/** A participant of one conference; used by the owner of the conference only. */
final class Participant {

  enum State {
    /** Accepted; media is being agreed on. */
    CONNECTING,
    /** Connected and held at the waiting screen. */
    WAITING,
    /** Sees and hears the conference. */
    JOINED
  }

  final UUID id;
  final CallLeg leg;
  final String alias;
  final Role role;
  final Runnable whenGone;
  final DtmfCommands keypad = new DtmfCommands();

  State state = State.CONNECTING;
  boolean muted;
  boolean admitted;
  boolean pictureArrives;
  MediaState media = MediaState.NONE;
  Instant connectTime = Instant.EPOCH;
  EndpointStats stats = new EndpointStats(List.of());

  /** What status was told last, so that only changes are told. */
  @Nullable ParticipantSnapshot reported;

  private @Nullable MediaEndpoint endpoint;

  // What the media plane was told last.
  @Nullable ConferenceMedia placedIn;
  boolean mixMuted;
  @Nullable View view;

  Participant(UUID id, JoinRequest request) {
    this.id = id;
    this.leg = request.leg();
    this.alias = request.alias();
    this.role = request.role();
    this.whenGone = request.whenGone();
  }

  void connected(MediaEndpoint mediaEndpoint, MediaState state, Instant time) {
    this.endpoint = mediaEndpoint;
    this.media = state;
    this.connectTime = time;
    this.state = State.WAITING;
  }

  /** Media of the call; only once connected. */
  MediaEndpoint endpoint() {
    if (endpoint == null) {
      throw new IllegalStateException("participant " + id + " has no media yet");
    }
    return endpoint;
  }

  boolean isConnecting() {
    return state == State.CONNECTING;
  }

  boolean isWaiting() {
    return state == State.WAITING;
  }

  boolean isJoined() {
    return state == State.JOINED;
  }

  boolean isHost() {
    return role == Role.HOST;
  }

  /** Its picture can be shown now: not while on hold, when the last one would stand still. */
  boolean hasPicture() {
    return pictureArrives && media.video() && !media.onHold();
  }

  /** It may be heard by the others. */
  boolean isAudible() {
    return isJoined() && !muted && !media.onHold();
  }
}
