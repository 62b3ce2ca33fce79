package org.plenum.node.conference;

import java.time.Instant;
import org.plenum.node.call.DisconnectReason;

/**
 * Hears of every change in every conference. Called by the owner of the conference concerned, in
 * order for one conference and concurrently for several: must not block.
 */
public interface ConferenceObserver {

  /** A conference got its first participant, or one of its states changed. */
  void conferenceChanged(ConferenceSnapshot conference);

  /** A participant is connected, or one of its states changed. */
  void participantChanged(ParticipantSnapshot participant);

  /** A participant left; the last that is heard of it. */
  void participantLeft(
      ParticipantSnapshot last, DisconnectReason reason, String detail, Instant time);

  /** A conference ended; all its participants have left before. */
  void conferenceEnded(ConferenceSnapshot last, Instant time);
}
