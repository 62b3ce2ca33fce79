package org.plenum.node.conference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenum.media.MediaEndpoint;
import org.plenum.media.conference.ConferenceMedia;
import org.plenum.media.conference.Layout;
import org.plenum.media.conference.View;
import org.plenum.node.call.CallLeg;
import org.plenum.node.call.CallLimits;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.MediaState;

/** A conference played by a test: participants are called by their names. */
final class ConferenceScript {
  final FakeTimers time = new FakeTimers();
  final RecordingObserver status = new RecordingObserver();
  final List<FakeMedia> media = new ArrayList<>();
  final Map<String, FakeLeg> legs = new LinkedHashMap<>();
  final Map<String, UUID> ids = new LinkedHashMap<>();
  final Conference conference;
  final ConferenceSettings settings;
  int gone;
  int ended;
  @Nullable String failingEndpoint;
  boolean mediaFails;
  private String joining = "";

  ConferenceScript(ConferenceSettings settings) {
    this.settings = settings;
    this.conference =
        new Conference(
            UUID.randomUUID(),
            settings,
            new Conference.Collaborators(
                new MediaControl(this::createMedia, settings.name(), new IgnoringListener()),
                time,
                time,
                status,
                new ConferenceLog(new NodeIdentity(1, "node", "192.0.2.9", 1, "Here")),
                this::listener),
            () -> ended++);
  }

  static ConferenceSettings meetingRoom() {
    return settings(ServiceKind.MEETING_ROOM, Layout.ONE_MAIN_SEVEN_PIPS, true);
  }

  static ConferenceSettings openMeetingRoom() {
    return settings(ServiceKind.MEETING_ROOM, Layout.ONE_MAIN_SEVEN_PIPS, false);
  }

  static ConferenceSettings auditorium() {
    return settings(ServiceKind.AUDITORIUM, Layout.ONE_MAIN_SEVEN_PIPS, true);
  }

  static ConferenceSettings settings(ServiceKind kind, Layout layout, boolean hostPin) {
    return new ConferenceSettings(
        7,
        "Meet",
        kind,
        "tag",
        layout,
        layout,
        hostPin,
        false,
        Duration.ofSeconds(60),
        Duration.ZERO);
  }

  /** Calls in, without agreeing on media yet. */
  FakeLeg call(String name, Role role, OptionalInt limit) {
    FakeLeg leg = new FakeLeg(name);
    legs.put(name, leg);
    joining = name;
    conference.join(new JoinRequest(leg, "meet", role, CallLimits.NONE, limit, () -> gone++));
    return leg;
  }

  FakeLeg call(String name, Role role) {
    return call(name, role, OptionalInt.empty());
  }

  void establish(String name, MediaState state) {
    legs.get(name).openMedia(state);
    conference.established(ids.get(name), state);
  }

  /** Joins with audio only. */
  FakeLeg joinAudio(String name, Role role) {
    FakeLeg leg = call(name, role);
    establish(name, FakeLeg.AUDIO);
    return leg;
  }

  /** Joins and sends pictures. */
  FakeLeg join(String name, Role role) {
    FakeLeg leg = call(name, role);
    establish(name, FakeLeg.VIDEO);
    conference.videoPresence(name, true);
    return leg;
  }

  void hosts(String... names) {
    for (String name : names) {
      join(name, Role.HOST);
    }
  }

  void guests(String... names) {
    for (String name : names) {
      join(name, Role.GUEST);
    }
  }

  /** Speaks one after the other. */
  void speak(String... names) {
    for (String name : names) {
      conference.dominantSpeaker(name);
    }
  }

  /** Hangs up. */
  void leave(String name) {
    legs.get(name).closeMedia();
    conference.ended(ids.get(name), DisconnectReason.REMOTE_DISCONNECT, "");
  }

  void press(String name, String digits) {
    for (char digit : digits.toCharArray()) {
      conference.dtmf(ids.get(name), digit);
    }
  }

  /** What the participants who are in see, hear and are muted in. */
  FakeMedia stage() {
    return media.stream().filter(each -> each.name.equals("Meet")).findFirst().orElseThrow();
  }

  /** Where participants wait. */
  FakeMedia lobby() {
    return media.stream().filter(each -> !each.name.equals("Meet")).findFirst().orElseThrow();
  }

  View viewOf(String name) {
    return stage().views.get(name);
  }

  ParticipantSnapshot statusOf(String name) {
    return status.participants.get(ids.get(name));
  }

  private ConferenceMedia createMedia(String name, ConferenceMedia.Listener listener) {
    if (mediaFails) {
      throw new IllegalStateException("no threads left");
    }
    FakeMedia created = new FakeMedia(name, listener);
    created.failingEndpoint = failingEndpoint;
    media.add(created);
    return created;
  }

  private CallLeg.Listener listener(UUID participantId) {
    ids.put(joining, participantId);
    return new IgnoringLegListener();
  }

  /** The script reports events of media itself. */
  private static final class IgnoringListener implements ConferenceMedia.Listener {
    @Override
    public void onDominantSpeaker(MediaEndpoint endpoint) {}

    @Override
    public void onVideoPresence(MediaEndpoint endpoint, boolean present) {}
  }

  /** The script reports events of calls itself. */
  private static final class IgnoringLegListener implements CallLeg.Listener {
    @Override
    public void onEstablished(MediaState state) {}

    @Override
    public void onMediaChanged(MediaState state) {}

    @Override
    public void onDtmf(char digit) {}

    @Override
    public void onEnded(DisconnectReason reason, String detail) {}
  }
}
