package org.plenum.node.conference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenum.node.call.DisconnectReason;

/** Keeps what status would show. */
final class RecordingObserver implements ConferenceObserver {
  final Map<UUID, ConferenceSnapshot> conferences = new LinkedHashMap<>();
  final Map<UUID, ParticipantSnapshot> participants = new LinkedHashMap<>();
  final List<String> left = new ArrayList<>();
  @Nullable ConferenceSnapshot conference;
  int conferencesEnded;
  int participantChanges;

  @Override
  public void conferenceChanged(ConferenceSnapshot changed) {
    conference = changed;
    conferences.put(changed.id(), changed);
  }

  @Override
  public void participantChanged(ParticipantSnapshot participant) {
    if (!conferences.containsKey(participant.conferenceId())) {
      throw new IllegalStateException("participant of an unknown conference");
    }
    participants.put(participant.id(), participant);
    participantChanges++;
  }

  @Override
  public void participantLeft(
      ParticipantSnapshot last, DisconnectReason reason, String detail, Instant time) {
    participants.remove(last.id());
    left.add(last.call().displayName() + ": " + reason);
  }

  @Override
  public void conferenceEnded(ConferenceSnapshot last, Instant time) {
    if (conferences.remove(last.id()) == null) {
      throw new IllegalStateException("conference ended twice");
    }
    conferencesEnded++;
  }
}
